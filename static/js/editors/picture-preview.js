// @ts-check
// A plain script of the editors' room: shows the picture that was chosen, before it is uploaded.
(() => {
  /** @param {HTMLInputElement} input */
  function show(input) {
    const shown = input.parentElement?.querySelector("img") ?? document.createElement("img");
    const file = input.files?.[0];
    shown.hidden = !file;
    if (!file) return;
    shown.alt = "";
    shown.className = "picture-chosen";
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      shown.src = String(reader.result);
    });
    shown.addEventListener("error", () => {
      shown.hidden = true;
    });
    reader.readAsDataURL(file);
    input.after(shown);
  }

  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") show(target);
  });
})();
