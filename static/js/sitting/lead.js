// @ts-check

/**
 * Of several open pages let one lead: the one that came into view last. A page that is left gives it up, and asks anew
 * when somebody comes back to it.
 *
 * @param {string} name
 * @param {(leads: boolean) => void} change
 */
export function lead(name, change) {
  if (!navigator.locks) {
    change(true);
    return;
  }
  let leads = false;
  /** Aborted when this page is left, or asks anew. */
  let asked = new AbortController();
  const tell = (/** @type {boolean} */ now) => {
    leads = now;
    change(now);
  };
  const ask = async (/** @type {boolean} */ steal) => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const left = new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined)));
    const hold = () => {
      if (!signal.aborted) tell(true);
      return left;
    };
    try {
      await navigator.locks.request(name, steal ? { steal } : { signal }, hold);
    } catch (error) {
      // A page that was left is refused at once, each time: asking again would be a loop without end.
      if (signal.aborted) return;
      if (!isTaken(error)) return tell(true);
      tell(false);
      void ask(false);
    }
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !leads) void ask(true);
  });
  addEventListener("pagehide", () => {
    leads = false;
    asked.abort();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void ask(!document.hidden);
  });
  void ask(!document.hidden);
}

/** @param {unknown} error what a page got that wanted to lead: another page took it, or this browser gives no locks */
function isTaken(error) {
  return error instanceof DOMException && error.name === "AbortError";
}
