// @ts-check

/** Places where any trouble is an emergency sign. */
const ALWAYS = ["saddle", "bladder-or-bowel"];
/** Places of the leg: weak there, or on both sides, is an emergency sign. */
const LEG = ["buttock", "back-thigh", "front-thigh", "knee", "calf", "foot"];
/** Places below the buttock, where trouble on both sides is one. */
const BELOW = ["back-thigh", "calf", "foot"];

/**
 * Tell whether one answer of the check-in matches an emergency sign: both legs, a weak leg or foot, trouble where
 * a saddle touches, or with bladder or bowel (content/claims, list 1A, numbers 1 to 9).
 *
 * @param {string} name of the field
 * @param {string} value
 */
export function isSign(name, value) {
  if (name === "side") return value === "both";
  if (name === "region") return ALWAYS.includes(value);
  const [, part, region] = /^region-(side|quality)-(.+)$/.exec(name) ?? [];
  if (part === "side") return value === "both" && BELOW.includes(region);
  return part === "quality" && value === "weak" && LEG.includes(region);
}
