import type { Browser, BrowserContext } from "playwright-core";
import { describeInChromium, launchChromium } from "./chromium";
import { type RunningWorkbench, startWorkbench, WorkbenchPage } from "./running-workbench";

/** Starts a workbench on a csv of this text, and opens it in a tab; both end with the test. `options`: of its command line. */
type Open = (csv: string, name?: string, options?: readonly string[]) => Promise<WorkbenchPage>;

/** Tests of which each has a workbench and a browser profile to itself. */
export function describeInWorkbench(name: string, tests: (open: Open) => void): void {
  describeInChromium(name, () => {
    let browser: Browser;
    let context: BrowserContext;
    let workbench: RunningWorkbench | null = null;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    beforeEach(async () => {
      context = await browser.newContext();
    });
    afterEach(async () => {
      await context.close();
      await workbench?.stop();
      workbench = null;
    });
    afterAll(() => browser.close());

    tests(async (csv, fileName, options) => {
      const [page, started] = await Promise.all([context.newPage(), startWorkbench(csv, fileName, options)]);
      workbench = started;
      return WorkbenchPage.open(page, started);
    });
  });
}
