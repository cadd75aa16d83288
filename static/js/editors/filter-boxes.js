// @ts-check

/** Say what the marks in the admin's two boxes for rights are: they carry words, and a bare `<span>` may not. */
export function nameMarks() {
  // The admin makes the boxes when the page has loaded, and listened first.
  addEventListener("load", () => {
    for (const mark of document.querySelectorAll(".selector .help-tooltip[aria-label]")) mark.setAttribute("role", "img");
  });
}
