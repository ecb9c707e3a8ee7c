import type { PageBrowser } from "./page-parts";

/**
 * The browser's clock and connection. A hidden tab's timers may be late (Chromium: once a minute), never early, so a
 * late wake-up costs time and nothing else.
 */
export function realBrowser(): PageBrowser {
  let wake: () => void = () => undefined;
  return {
    wait: (waitMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    hurry: () => wake(),
    every: (periodMs, action) => {
      const timer = setInterval(action, periodMs);
      return () => clearInterval(timer);
    },
    online: () => navigator.onLine,
    nowMs: () => Date.now(),
    focus: (id) => {
      // While something has the focus, here or in the sheet, it stays there.
      if (document.hasFocus() && document.activeElement === document.body)
        document.getElementById(id)?.focus();
    },
  };
}
