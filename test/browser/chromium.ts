import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian and others put Chromium; the environment's `CHROMIUM` names the only one to be used. */
const places =
  process.env.CHROMIUM === undefined
    ? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    : [process.env.CHROMIUM];
const executablePath = places.find(existsSync);

/** The quiet, offline way to start Chromium. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) {
    throw new Error("Chromium is not installed: these tests need it (apt-get install chromium).");
  }
  return chromium.launch({ executablePath, args: chromiumArguments });
}

/**
 * Tests that need a browser. Without one they fail in CI; elsewhere they are left out, and the end of the run
 * says so.
 */
export function describeInChromium(name: string, tests: () => void): void {
  if (executablePath !== undefined || process.env.CI === "true") describe(name, tests);
  else describe.skip(`LEFT OUT, Chromium is not installed (apt-get install chromium): ${name}`, tests);
}
