// @ts-check
// A plain script, run before the first paint: a stored choice of colours must not flash the other one.
(() => {
  try {
    const theme = localStorage.getItem("hipcare:theme");
    const { dataset } = document.documentElement;
    if (!dataset.theme && (theme === "light" || theme === "dark")) dataset.theme = theme;
  } catch {
    // Storage can be switched off; the system's colours stay.
  }
})();
