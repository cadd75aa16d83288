// @ts-check

/**
 * Hand a text to the browser as a download.
 *
 * @param {string} name
 * @param {string} text JSON
 */
export function saveFile(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
