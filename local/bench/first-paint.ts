import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { BuiltAddOn } from "../command-line/built-add-on";
import { median } from "./median";

/** How the sidebar's page comes up in Chromium. */
export interface FirstPaint {
  /** First contentful paint in milliseconds, the median of some fresh pages. */
  paintMs: number;
  /** The sum of layout shifts in the first second, the largest of these pages'. */
  layoutShift: number;
}

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const repetitions = 5;

/** Script for the page: `google.script.run`, whose every call stays unanswered, as before the server has answered. */
const silentServer = `
  const chain = new Proxy(function () {}, { get: () => () => chain });
  window.google = { script: { run: chain, host: {} } };
  window.shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });`;

const readings = `({
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? -1,
  shift: window.shift,
})`;

/** Measures it; null if no Chromium is installed. */
export async function firstPaint(addOn: BuiltAddOn): Promise<FirstPaint | null> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  const html = addOn.htmlFiles.sidebar;
  if (executablePath === undefined || html === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: quiet });
  try {
    const paints: number[] = [];
    const shifts: number[] = [];
    for (let time = 0; time <= repetitions; time += 1) {
      const page = await browser.newPage({ viewport: { width: 300, height: 800 } });
      await page.addInitScript(silentServer);
      await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: html }));
      await page.goto("http://sidebar.test/");
      await page.waitForTimeout(1_000);
      const { paint, shift } = await page.evaluate<{ paint: number; shift: number }>(readings);
      await page.close();
      // The first page pays for the browser's own start.
      if (time === 0) continue;
      paints.push(paint);
      shifts.push(shift);
    }
    return { paintMs: median(paints), layoutShift: Math.max(...shifts) };
  } finally {
    await browser.close();
  }
}
