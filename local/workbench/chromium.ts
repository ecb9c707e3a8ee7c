import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian and others put Chromium; the environment's `CHROMIUM` names the only one to be used. */
const places =
  process.env.CHROMIUM === undefined
    ? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    : [process.env.CHROMIUM];

/** The program to be used, or undefined when Chromium is not installed. */
export const chromiumPath = places.find((place) => existsSync(place));

/** Quiet and offline: nothing is asked or fetched that a page did not ask for. */
const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium without a window. Rejects with a sentence when it is not installed. */
export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) {
    throw new Error("Chromium is not installed, and this needs it (apt-get install chromium).");
  }
  return chromium.launch({ executablePath: chromiumPath, args: quietly });
}
