import { chromiumPath } from "../../local/workbench/chromium";

export { launchChromium } from "../../local/workbench/chromium";

/**
 * Tests that need a browser. Without one they fail in CI; elsewhere they are left out, and the end of the run
 * says so.
 */
export function describeInChromium(name: string, tests: () => void): void {
  if (chromiumPath !== undefined || process.env.CI === "true") describe(name, tests);
  else describe.skip(`LEFT OUT, Chromium is not installed (apt-get install chromium): ${name}`, tests);
}
