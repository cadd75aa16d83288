// @ts-check
import { currentAccount } from "../device/pointer.js";
import { forgetAccount } from "../journal/identity.js";
import { takeDeleting } from "./deleting.js";

const account = currentAccount();
// Only in the tab that has just deleted it: opening this page erases nobody's journal.
if (account && takeDeleting() === account) forgetAccount(account).catch(reportError);
