import type { Browser, BrowserContext, Page } from "playwright-core";
import { emptyReceipt } from "../../src/receipt/receipt";
import {
  columnsView,
  ended,
  openSidebar,
  openSidebarPage,
  plan,
  problem,
  running,
  type Script,
  settings,
  state,
} from "../sidebar/scripted-server";
import { seriousFaults } from "./accessibility";
import { describeInChromium, launchChromium } from "./chromium";

describeInChromium("the built sidebar", () => {
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());
  afterAll(() => browser.close());

  const open = async (script: Script = {}) => {
    const opened = await openSidebar(context, script);
    const button = (name: string) => opened.page.getByRole("button", { name, exact: true });
    const tab = (name: string) => opened.page.getByRole("tab", { name, exact: true });
    const create = () => opened.page.locator("#create");
    return { ...opened, button, tab, create };
  };

  test("shows what is selected: orders, rows, what is left out, TEST or LIVE, and which key", async () => {
    const { page } = await open();
    await page.getByText("12 orders to create, in 14 rows").waitFor();
    await page.getByText("Left out: 1 with problems, 2 rows hidden by a filter, 1 empty row.").waitFor();
    expect(await page.locator("#selection-key").textContent()).toBe("TESTAPI key …1a2b");
    expect(await page.getByText(/^0 /).count()).toBe(0);
  });

  test("asks before orders are created, and Cancel and Escape start nothing", async () => {
    const { page, button, calls, create } = await open();
    await create().click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("heading", { name: "Create 12 orders?" }).waitFor();
    for (const part of ["R-1 (row 2)", "R-12 (rows 14–15)", "1 with problems", "about 8 s", "…1a2b"])
      expect(await question.getByText(part).count()).toBe(1);
    await button("Cancel").click();
    await create().click();
    await question.waitFor();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.id")).toBe("create");
    expect(calls.filter((call) => call.startsWith("startRun"))).toEqual([]);
  });

  test("a check sends nothing, so it is not asked about", async () => {
    const receipt = { ...emptyReceipt(), selected: 12, valid: 12 };
    const { page, button, calls } = await open({
      startRun: () => ({ ok: true, run: ended({ kind: "check", counts: receipt, summary: "12 valid." }) }),
    });
    await button("Check").click();
    await page.getByText("12 valid.").waitFor();
    expect(calls).toContain('startRun("check", "token-1")');
  });

  test("follows a run with its bar, counts, one number for the time left, and what it waits for, to the receipt", async () => {
    const answers = [running(5, { waitMs: 1_500, secondsLeft: 12, wait: { kind: "rateLimit" } }), ended()];
    const { page, button, create } = await open({
      startRun: () => ({ ok: true, run: running(1) }),
      continueRun: () => ({ ok: true, run: answers.shift() ?? ended() }),
    });
    await create().click();
    await button("Create orders now").click();
    await page.locator("#countdown", { hasText: "Waiting for bitbybit's limit" }).waitFor();
    const bar = page.getByRole("progressbar");
    expect(await bar.getAttribute("aria-valuenow")).toBe("5");
    expect(await bar.getAttribute("aria-valuemax")).toBe("12");
    expect(await page.locator("#progress-done").textContent()).toBe("5 of 12 orders created");
    // The question said 8 s, so it is never more than that.
    expect(await page.locator("#progress-left").textContent()).toMatch(/^about [1-8] s left$/);
    expect(await page.locator("#countdown").textContent()).not.toMatch(/\d/);
    await page.getByText("12 orders created.").waitFor();
    expect(await bar.getAttribute("aria-valuenow")).toBe("12");
    expect(await button("Stop").count()).toBe(0);
  });

  test("opened in the middle of a run it shows the run and continues it", async () => {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { page, calls, create } = await open({
      getState: () => state({ run: running(5) }),
      continueRun: async () => {
        await finished;
        return { ok: true, run: ended() };
      },
    });
    await page.getByText("5 of 12 orders created").waitFor();
    expect(await create().count()).toBe(0);
    finish();
    await page.getByText("12 orders created.").waitFor();
    expect(calls).toContain('continueRun("run-1")');
  });

  test("somebody else's run is told and left alone", async () => {
    const { page, calls } = await open({
      getState: () => state({ run: running(5), runIsAnothers: true, lease: "Ben runs since 10:04." }),
    });
    await page.getByText("Ben runs since 10:04.").waitFor();
    await page.getByText("12 orders to create").waitFor();
    expect(calls.filter((call) => call.startsWith("continueRun"))).toEqual([]);
  });

  test("a colleague's run that was left half-way continues at a click, not by itself", async () => {
    const { page, button, calls } = await open({
      getState: () => state({ run: running(5), runIsAnothers: true }),
      continueRun: () => ({ ok: true, run: ended() }),
    });
    await page.getByText("A colleague's run stopped half-way.").waitFor();
    await page.getByText("12 orders to create").waitFor();
    expect(calls.filter((call) => call.startsWith("continueRun"))).toEqual([]);
    await button("Continue").click();
    await page.getByText("12 orders created.").waitFor();
    expect(calls).toContain('continueRun("run-1")');
    expect(await button("Continue").count()).toBe(0);
  });

  test("Stop asks the server to stop, and the run continues until what was sent has its result", async () => {
    const { page, button, calls, create } = await open({
      startRun: () => ({ ok: true, run: running(3, { waitMs: 60_000, waitingFor: "Waiting 60 s." }) }),
      stopRun: () => ({ ok: true, run: running(3, { state: "stopping" }) }),
      continueRun: () => ({ ok: true, run: ended({ summary: "Stopped: 3 created, 9 not sent." }) }),
    });
    await create().click();
    await button("Create orders now").click();
    await button("Stop").click();
    await page.getByText("Stopped: 3 created, 9 not sent.").waitFor();
    expect(calls).toContain('stopRun("run-1")');
  });

  test("a selection that changed since the question is refused in words, and nothing is started", async () => {
    const message = "The selection or its cells changed since you were asked. Look at it and start again.";
    const { page, button, create } = await open({ startRun: () => ({ ok: false, message }) });
    await create().click();
    await button("Create orders now").click();
    await page.getByText(message).waitFor();
    expect(await create().isEnabled()).toBe(true);
  });

  test("a selection without orders to send can be checked and not created", async () => {
    const nothing = { ...plan, orders: 0, rows: 1, leftOut: { ...emptyReceipt(), selected: 1, invalid: 1 } };
    const { page, create, button } = await open({ planRun: () => ({ ok: true, plan: nothing }) });
    await page.getByText("No orders to create in 1 row").waitFor();
    expect(await create().isDisabled()).toBe(true);
    expect(await button("Check").isEnabled()).toBe(true);
  });

  test("problems stand by kind, a click selects the cell, and the ways out come after the safe way", async () => {
    const lost = { kind: "unconfirmed", cell: "P5", rowNumber: 5, order: "R-8 (row 5)" } as const;
    const { page, button, tab, calls } = await open({
      getProblems: () => ({
        sheetName: "Orders",
        more: 3,
        items: [problem(), problem({ ...lost, message: "The answer was lost." })],
      }),
      selectCell: () => ({ ok: true, message: "" }),
    });
    await tab("Problems").click();
    await page.getByRole("heading", { name: /^Unconfirmed/ }).waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      "Unconfirmed: may or may not be in bitbybit: 1 row",
      "To fix in the sheet: 1 row",
    ]);
    expect(await tab("Problems").textContent()).toBe("Problems5");
    expect(await page.getByText("3 more rows are not listed here.").isVisible()).toBe(true);
    await page.getByRole("button", { name: "F4 · R-3 (row 4)" }).click();
    expect(await button("Look them up").isVisible()).toBe(true);
    expect(await button("Not in bitbybit: send again").isVisible()).toBe(false);
    await page.getByText("Still unsure?").click();
    await button("Not in bitbybit: send again").click();
    await page.getByRole("alertdialog").getByText("sending it again makes a second one").waitFor();
    await button("Send again now").click();
    expect(calls).toContain('selectCell(7, "F4")');
    expect(calls).toContain('planRun("sendAgain", {"sheetId":7,"rowNumbers":[5]})');
  });

  test("a saved key leaves the page at once, and only what was changed is sent", async () => {
    const { page, button, tab, calls } = await open({
      getState: () => state({ settings: { ...settings, maskedKey: "", environment: null } }),
      saveSettings: () => ({ ok: true, message: "Saved.", settings }),
    });
    await tab("Settings").click();
    await page.getByText("No key is saved.").waitFor();
    await page.getByLabel("API key").fill("bbb_test_0123456789");
    await button("Save").click();
    await page.getByText("Saved: bbb_test_…1a2b (test)").waitFor();
    expect(await page.getByLabel("API key").inputValue()).toBe("");
    expect(calls).toContain('saveSettings({"apiKey":"bbb_test_0123456789"})');
    expect(await page.content()).not.toContain("0123456789");
  });

  test("a refused address stays in its field to be fixed", async () => {
    const message = "The API address must begin with https://api.bitbybit.studio/.";
    const { page, button, tab } = await open({ saveSettings: () => ({ ok: false, message, settings }) });
    await tab("Settings").click();
    await page.getByText("Advanced").click();
    await page.getByLabel("API address").fill("https://api.bitbybit.studio.example.com/");
    await button("Save").click();
    await page.getByText(message).waitFor();
    expect(await page.getByLabel("API address").inputValue()).toBe(
      "https://api.bitbybit.studio.example.com/",
    );
  });

  test("Test connection tests what is typed, else what is saved, and never says one for the other", async () => {
    let tested: "typed" | "saved" = "typed";
    const { page, button, tab, calls } = await open({
      testConnection: () => ({ ok: false, message: "bitbybit does not know this key.", tested }),
    });
    await tab("Settings").click();
    await page.getByLabel("API key").fill("bbb_test_new");
    await button("Test connection").click();
    await page.getByText("bitbybit does not know this key.").waitFor();
    expect(calls).toContain('testConnection({"apiKey":"bbb_test_new"})');
    tested = "saved";
    await button("Test connection").click();
    await page.getByText("The saved key was tested, not what you typed.").waitFor();
    await page.getByLabel("API key").fill("");
    await button("Test connection").click();
    await page.getByText("bitbybit does not know this key.").waitFor();
    expect(calls).toContain("testConnection()");
  });

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
      getProblems: () => ({
        sheetName: hostile,
        more: 0,
        items: [problem({ cell: "A2", order: hostile, message: hostile })],
      }),
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
    await page.getByText("12 orders created.").waitFor();
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
    const still = await browser.newContext({ javaScriptEnabled: false });
    const unscripted = await openSidebarPage(still);
    expect(await places(unscripted)).toEqual(await places(page));
    await still.close();
  });

  test.each(["light", "dark"] as const)("axe finds nothing serious in any tab, %s", async (colorScheme) => {
    await context.close();
    context = await browser.newContext({ colorScheme });
    const { page, button, tab, create } = await open({
      getProblems: () => ({
        sheetName: "Orders",
        more: 0,
        items: [problem({ kind: "unconfirmed", message: "Lost." })],
      }),
      testConnection: () => ({ ok: false, message: "bitbybit does not know this key." }),
      getColumns: () => ({ ok: true, columns: columnsView }),
    });
    await page.getByText("12 orders to create").waitFor();
    const faults = await seriousFaults(page.mainFrame());
    await create().click();
    await page.getByRole("alertdialog").waitFor();
    faults.push(...(await seriousFaults(page.mainFrame())));
    await button("Cancel").click();
    await tab("Problems").click();
    await page.getByText("Lost.").waitFor();
    faults.push(...(await seriousFaults(page.mainFrame())));
    await page.getByText("Still unsure?").click();
    faults.push(...(await seriousFaults(page.mainFrame())));
    await tab("Columns").click();
    await page.getByText("This looks like a Shopee export.").waitFor();
    faults.push(...(await seriousFaults(page.mainFrame())));
    await tab("Settings").click();
    await button("Forget key").click();
    faults.push(...(await seriousFaults(page.mainFrame())));
    await button("Keep it").click();
    await button("Test connection").click();
    await page.getByText("does not know this key").waitFor();
    faults.push(...(await seriousFaults(page.mainFrame())));
    expect(faults).toEqual([]);
  });
});
