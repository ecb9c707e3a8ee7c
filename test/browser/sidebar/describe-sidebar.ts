import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { type Script, SidebarTab } from "../../sidebar/scripted-server";
import { describeInChromium, launchChromium } from "../chromium";

/** The sidebar with the ways in which tests reach its parts. */
export type Sidebar = Awaited<ReturnType<typeof opened>>;

async function opened(tab: SidebarTab, script: Script) {
  const sidebar = await tab.open(script);
  const { page } = sidebar;
  page.setDefaultTimeout(10_000);
  return {
    ...sidebar,
    button: (name: string) => page.getByRole("button", { name, exact: true }),
    tab: (name: string) => page.getByRole("tab", { name, exact: true }),
    create: () => page.locator("#create"),
    /** The text of the element with this ID. */
    text: async (id: string) => (await page.locator(`#${id}`).textContent()) ?? "",
    /** The ID of what has the focus. */
    focused: () => page.evaluate<string>("document.activeElement.id"),
    /** The pointer comes from the sheet. */
    comeBack: async () => {
      await page.mouse.move(-1, -1);
      await page.evaluate("document.documentElement.dispatchEvent(new MouseEvent('mouseenter'))");
    },
  };
}

/**
 * Tests of the built sidebar over a scripted server, each with the page loaded anew. They share one tab, since a new one costs
 * more than all else that they do; a test with options of its own gets a browser profile of its own.
 */
export function describeSidebar(
  name: string,
  tests: (open: (script?: Script, options?: BrowserContextOptions) => Promise<Sidebar>) => void,
): void {
  describeInChromium(name, () => {
    let browser: Browser;
    let tab: SidebarTab;
    let own: BrowserContext | null = null;
    beforeAll(async () => {
      browser = await launchChromium();
      tab = await SidebarTab.in(await browser.newContext());
    });
    afterEach(async () => {
      await own?.close();
      own = null;
      await tab.leave();
    });
    afterAll(() => browser.close());

    tests(async (script = {}, options) => {
      if (options === undefined) return opened(tab, script);
      own = await browser.newContext(options);
      return opened(await SidebarTab.in(own), script);
    });
  });
}
