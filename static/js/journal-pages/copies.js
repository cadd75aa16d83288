// @ts-check
import { find, slot } from "../core/dom.js";
import { recordName } from "./version-words.js";

/**
 * Tell whether a record is a copy that waits for the person: two devices changed one record, and both were kept.
 *
 * @param {Journal.Row} row
 */
export function isCopy({ kind, data }) {
  // Profiles are merged, never copied.
  return kind !== "profile" && Boolean(data?.conflict_of);
}

/**
 * Name above the list every record of which there are two versions, those too that the list does not show.
 *
 * @param {HTMLElement} root
 * @param {import("./codes.js").Codes} codes
 * @param {Journal.Row[]} rows
 */
export function showCopies(root, codes, rows) {
  const copies = rows.filter(isCopy);
  const place = find(root, "[data-offer=copies]", HTMLElement);
  if (copies.length === 0) return place.replaceChildren();
  const notice = slot(root, "offer-copies", {});
  find(notice, "[data-copies]", HTMLElement).append(
    ...copies.map((row) => {
      const item = slot(root, "offer-copy", { name: recordName(root, codes, row) });
      find(item, "button", HTMLButtonElement).value = row.id;
      return item;
    }),
  );
  place.replaceChildren(notice);
}
