// @ts-check

/**
 * Hand a text to the person as a file.
 *
 * @param {string} text
 * @param {string} name with its ending
 * @param {string} type
 */
export function handOver(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
