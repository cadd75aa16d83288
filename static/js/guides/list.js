// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as bookmark } from "./bookmark.js";
import { mount as explainWords } from "./explain-words.js";
import { mount as filterQuestions } from "./filter-questions.js";
import { mount as openTarget } from "./open-target.js";
import { mount as selfCheck } from "./self-check.js";

mountAll(document, {
  bookmark,
  "explain-words": explainWords,
  "filter-questions": filterQuestions,
  "open-target": openTarget,
  "self-check": selfCheck,
});
