// @ts-check
import { forgetAccount } from "../journal/identity.js";
import { currentAccount } from "../journal/pointer.js";
import { takeDeleting } from "./deleting.js";

const account = currentAccount();
// Only in the tab that has just deleted it: opening this page erases nobody's journal.
if (account && takeDeleting() === account) await forgetAccount(account);
