import type { Page } from "playwright-core";
import {
  columnsView,
  ended,
  openSidebarPage,
  plan,
  problem,
  problemList,
  running,
  type Script,
  state,
} from "../../sidebar/scripted-server";
import { seriousFaults } from "../accessibility";
import { describeSidebar } from "./describe-sidebar";

describeSidebar("the sidebar's page", (open) => {
  test("several Google accounts in one browser are explained", async () => {
    const { page } = await open({
      getState: () => {
        throw new Error("We're sorry, a server error occurred. Error code PERMISSION_DENIED.");
      },
    });
    await page.getByText("several Google accounts").waitFor();
  });

  test("a sidebar older than the server asks to be opened again and starts nothing", async () => {
    const { page, button, create } = await open({ getState: () => state({ version: "99.0.0" }) });
    await page.getByRole("alert").getByText("The add-on was updated").waitFor();
    expect(await create().isDisabled()).toBe(true);
    expect(await button("Check").isDisabled()).toBe(true);
  });

  test("markup in names and messages shows as text and runs nothing", async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const { page, tab, complaints } = await open({
      getState: () => state({ run: running(1), runIsAnothers: true, lease: hostile }),
      planRun: () => ({
        ok: true,
        plan: { ...plan, question: hostile, warnings: [hostile], firstOrder: hostile },
      }),
      getProblems: () =>
        problemList([problem({ cell: "A2", order: hostile, message: hostile })], { sheetName: hostile }),
    });
    await page.getByText(hostile).first().waitFor();
    await page.locator("#create").click();
    await page.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Escape");
    await tab("Problems").click();
    await page.getByRole("button", { name: "A2" }).waitFor();
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.locator("img, script:not(body > script)").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("the keyboard reaches everything: arrow keys move in the tabs, one tab is in the tab order", async () => {
    const { page, tab } = await open();
    await page.getByText("12 orders to create").waitFor();
    await page.keyboard.press("Tab");
    for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
    expect(await tab("Settings").getAttribute("aria-selected")).toBe("true");
    expect(await page.evaluate("document.activeElement.id")).toBe("tab-settings");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("api-key");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Home");
    expect(await tab("Run").getAttribute("aria-selected")).toBe("true");
  });

  test("nothing moves under the pointer while the sidebar opens and a run goes by", async () => {
    const { page, button, create } = await open({
      startRun: () => ({ ok: true, run: running(1) }),
      continueRun: () => ({ ok: true, run: ended() }),
    });
    await create().click();
    await button("Create orders now").click();
    await page.getByText("12 orders created").waitFor();
    const shift = await page.evaluate(
      `new Promise((resolve) => new PerformanceObserver((list) =>
        resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
        .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => resolve(0), 300))`,
    );
    expect(shift).toBeLessThan(0.01);
  });

  test("the page stands before its script runs as it does after", async () => {
    const places = async (page: Page) => {
      const names = ["#tab-run", "#tab-columns", "#tab-settings", "#card-heading"];
      return Promise.all(names.map(async (name) => [name, await page.locator(name).boundingBox()]));
    };
    const { page } = await open();
    await page.getByText("12 orders to create").waitFor();
    const still = await page.context().browser()?.newContext({ javaScriptEnabled: false });
    if (!still) throw new Error("this browser was not launched here");
    const unscripted = await openSidebarPage(still);
    expect(await places(unscripted)).toEqual(await places(page));
    await still.close();
  });

  test("axe finds nothing serious in any tab, light and dark", async () => {
    const script: Script = {
      getProblems: () => problemList([problem({ kind: "unconfirmed", message: "Lost." })]),
      testConnection: () => ({ ok: false, message: "bitbybit does not know this key." }),
      getColumns: () => ({ ok: true, columns: columnsView }),
    };
    const { page, button, tab, create } = await open(script);
    await page.getByText("12 orders to create").waitFor();
    const faults: string[] = [];
    const look = async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        faults.push(...(await seriousFaults(page.mainFrame())));
      }
    };
    await look();
    await create().click();
    await page.getByRole("alertdialog").waitFor();
    await look();
    await button("Cancel").click();
    await tab("Problems").click();
    await page.getByText("Lost.").waitFor();
    await look();
    await page.getByText("Still unsure?").click();
    await look();
    await tab("Columns").click();
    await page.getByText("This looks like a Shopee export.").waitFor();
    await look();
    await tab("Settings").click();
    await button("Forget key").click();
    await look();
    await button("Keep it").click();
    await button("Test connection").click();
    await page.getByText("does not know this key").waitFor();
    await look();
    expect(faults).toEqual([]);
  });
});
