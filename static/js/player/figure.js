// @ts-check

/**
 * Show the figure of a move, mirrored where it is drawn for the other side.
 *
 * @param {HTMLElement} place
 * @param {import("./pages.js").Move | null} move
 * @param {import("./timeline.js").Side} side
 */
export function showFigure(place, move, side) {
  const shows = `${move?.slug} ${side}`;
  if (place.dataset.shows === shows) return;
  place.dataset.shows = shows;
  place.hidden = !move?.figure;
  if (!move?.figure) {
    place.replaceChildren();
    return;
  }
  const figure = /** @type {Element} */ (document.importNode(move.figure, true));
  const isOther = Boolean(side && move.figureSide && side !== move.figureSide);
  place.classList.toggle("player__figure--mirrored", isOther);
  const title = figure.querySelector("title");
  if (title && isOther && move.altOther) title.textContent = move.altOther;
  place.replaceChildren(figure);
}
