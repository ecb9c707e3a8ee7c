import { emptyReceipt, type Receipt } from "../../../src/receipt/receipt";
import { ended, plan, problem, problemList, running, settings, state } from "../../sidebar/scripted-server";
import { describeSidebar } from "./describe-sidebar";

const counts = (change: Partial<Receipt>) => ({ ...emptyReceipt(), ...change });
const forever = () => new Promise<never>(() => undefined);

describeSidebar("the sidebar tells the truth", (open) => {
  test("Check these again checks the listed rows whatever is selected, stays in the tab, and says what is left", async () => {
    let items = [problem(), problem({ cell: "F9", rowNumber: 9, order: "R-8 (row 9)" })];
    const { page, button, tab, calls } = await open({
      getProblems: () => problemList(items),
      selectCell: () => ({ ok: true, message: "" }),
      startRun: (kind) => {
        items = items.slice(1);
        return { ok: true, run: ended({ kind, counts: counts({ selected: 2, valid: 1, invalid: 1 }) }) };
      },
    });
    await tab("Problems").click();
    await page.getByRole("button", { name: "F4 · R-3 (row 4)" }).click();
    await button("Check these again").click();
    await page.getByText("Checked again: 1 of 2 rows still need you.").waitFor();
    expect(await tab("Problems").getAttribute("aria-selected")).toBe("true");
    expect(await page.locator(".problem").count()).toBe(1);
    expect(calls).toContain('planRun("check", {"sheetId":7,"rowNumbers":[4,9]})');
    expect(calls).toContain('startRun("check", "token-1", {"sheetId":7,"rowNumbers":[4,9]})');
  });

  test("an order made twice is told first of all, in the result and in Problems", async () => {
    const warning = "R-4 was made twice: #1004 and #1019. Cancel one of them in bitbybit.";
    const { page, tab } = await open({
      getState: () => state({ run: ended({ reason: "", warnings: [warning] }) }),
      getProblems: () =>
        problemList([problem(), problem({ kind: "twice", message: "Made twice: #1004 and #1019." })]),
    });
    await page.getByRole("alert").getByText(warning).waitFor();
    const places = await page
      .locator("#panel .warning, #card-heading")
      .evaluateAll((found) => found.map((element) => element.textContent));
    expect(places).toEqual([warning, "12 orders created"]);
    await tab("Problems").click();
    await page.getByText("Made twice: #1004").waitFor();
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe(
      "Made twice in bitbybit: 1 row",
    );
  });

  test("opened while a run waits, it shows the server's figures and one number for the time, which falls", async () => {
    const run = running(40, {
      state: "waiting",
      total: 70,
      remaining: 30,
      ordersPerMinute: 993,
      secondsLeft: 10,
      waitMs: 55_000,
      wait: { kind: "rateLimit" },
    });
    const { page, text } = await open({ getState: () => state({ run }), continueRun: forever });
    await page.getByText("40 of 70 orders created").waitFor();
    expect(await page.locator("#bar").getAttribute("aria-valuemax")).toBe("70");
    const seconds = async () => Number(/about (\d+) s left/.exec(await text("progress-left"))?.[1]);
    const first = await seconds();
    expect(first).toBeGreaterThan(50);
    expect(await text("panel")).not.toContain("993");
    expect(await text("countdown")).not.toMatch(/\d/);
    await page.waitForTimeout(1_300);
    expect(await seconds()).toBeLessThan(first);
  });

  test.each([
    [{ created: 20, notSent: 280 }, "20 of 300 orders created", ["created", "notSent"]],
    [{ unconfirmed: 8 }, "0 of 8 orders created", ["unconfirmed"]],
    [{ rejected: 3, skipped: 2 }, "0 of 3 orders created", ["skipped", "rejected"]],
  ])("a run that ended with %j looks like it", async (change, heading, parts) => {
    const run = ended({ counts: counts(change), remaining: 0, reason: "The run stopped." });
    const { page, text } = await open({ getState: () => state({ run }) });
    await page.locator("#show-problems").waitFor();
    expect(await text("card-heading")).toBe(heading);
    expect(await page.locator("#card-heading.good").count()).toBe(0);
    const colours = await page
      .locator("#bar > div")
      .evaluateAll((all) => all.map((part) => part.getAttribute("style") ?? ""));
    expect(colours.map((style) => /--(\w+)/.exec(style)?.[1])).toEqual(parts);
    expect(await text("summary")).toBe("The run stopped.");
    const bars = await page
      .locator("#bar > div")
      .evaluateAll((all) => all.map(({ clientWidth }) => clientWidth));
    expect(bars.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(260);
  });

  test("a run that found everything created already says so, and does not look like a success", async () => {
    const run = ended({ counts: counts({ skipped: 7 }), remaining: 0 });
    const { page, text } = await open({ getState: () => state({ run }) });
    await page.getByText("7 already created").waitFor();
    expect(await text("card-heading")).toBe("Nothing was done");
    expect(await page.locator("#card-heading.good").count()).toBe(0);
  });

  test("a run that was started from the menu takes the place of the old one when the pointer comes back", async () => {
    let run = ended({ runId: "run-1", reason: "The first." });
    const { page, comeBack } = await open({ getState: () => state({ run }) });
    await page.getByText("The first.").waitFor();
    run = ended({ runId: "run-2", reason: "The second." });
    await comeBack();
    await page.getByText("The second.").waitFor();
    expect(await page.getByText("The first.").count()).toBe(0);
  });

  test("a selection that was made just after the last look is seen when the pointer comes back", async () => {
    let orders = 0;
    const { page, create, comeBack } = await open({
      planRun: (kind) => ({ ok: true, plan: { ...plan, kind, orders } }),
    });
    await page.getByText("No orders to create").waitFor();
    expect(await create().isDisabled()).toBe(true);
    orders = 12;
    await comeBack();
    await page.getByText("12 orders to create").waitFor();
    expect(await create().textContent()).toBe("Create 12 orders");
  });

  test("without an API key a check works, and creating says what it needs", async () => {
    const { page, button, create, calls } = await open({
      getState: () => state({ settings: { ...settings, maskedKey: "", environment: null } }),
      planRun: (kind) => ({ ok: true, plan: { ...plan, kind, environment: null, keyTail: "" } }),
      startRun: (kind) => ({ ok: true, run: ended({ kind, counts: counts({ valid: 12 }), reason: "" }) }),
    });
    await page.getByText("12 orders to check, in 14 rows").waitFor();
    expect(await create().isDisabled()).toBe(true);
    await page.getByText("Creating needs an API key.").waitFor();
    await button("Check").click();
    await page.getByText("12 orders valid").waitFor();
    expect(calls.filter((call) => call.includes('"create"'))).toEqual([]);
  });

  test("a reason why nothing can be read is told once, also when Check is pressed", async () => {
    const message = "Row 1 lacks the column Zip.";
    const { page, button } = await open({ planRun: () => ({ ok: false, message }) });
    await page.getByText(message).waitFor();
    await button("Check").click();
    await page.locator("#run-message.bad").waitFor();
    expect(await page.getByText(message).count()).toBe(1);
  });

  test("while lost orders are looked up it says so with the page, and Stop works before the first answer", async () => {
    const run = running(0, { secondsLeft: null, wait: { kind: "lookUp", page: 3, pages: 12 } });
    let current = state();
    let stopped = "";
    const { page, button, create } = await open({
      getState: () => current,
      startRun: forever,
      stopRun: (runId) => {
        stopped = runId;
        return { ok: true, run: { ...run, state: "stopping" } };
      },
    });
    await create().click();
    await button("Create orders now").click();
    current = state({ run });
    await page.getByText("page 3 of 12").first().waitFor();
    expect(await button("Stop").isEnabled()).toBe(true);
    await button("Stop").click();
    await page.getByText("Stopping. Orders that were sent").first().waitFor();
    expect(stopped).toBe("run-1");
  });

  test("the question says everything once: headline, orders, units, what is left out and why, time, key, warnings", async () => {
    const warning = "Lines are missing from the log.";
    const { page, create } = await open({
      planRun: (kind) => ({
        ok: true,
        plan: { ...plan, kind, units: 1_200, warnings: [warning], question: `Create?\n${warning}` },
      }),
    });
    await create().click();
    const question = page.getByRole("alertdialog");
    const shown = await question.locator("dt, dd, h2, .warning").allTextContents();
    expect(shown).toEqual([
      "Create 12 orders?",
      warning,
      "From",
      "R-1 (row 2)",
      "To",
      "R-12 (rows 14–15)",
      "Units",
      "1,200",
      "Left out",
      "1 with problems2 rows hidden by a filter1 empty row",
      "Time",
      "about 8 s",
      "Key",
      "TEST…1a2b",
    ]);
  });

  test("the question's buttons are in view however much it says, and its text scrolls", async () => {
    const warnings = Array.from({ length: 20 }, (_, index) => `Warning ${index}: ${"word ".repeat(20)}`);
    const { page, create, button } = await open({
      planRun: (kind) => ({ ok: true, plan: { ...plan, kind, warnings } }),
    });
    await create().click();
    for (const name of ["Cancel", "Create orders now"]) {
      const box = await button(name).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    }
    await page.getByText("Warning 19").scrollIntoViewIfNeeded();
  });

  test("with a live key the button is red and says that the orders are real", async () => {
    const { page, create, button } = await open({
      planRun: (kind) => ({ ok: true, plan: { ...plan, kind, environment: "live" } }),
    });
    await page.getByText("12 orders to create").waitFor();
    expect(await create().textContent()).toBe("Create 12 real orders");
    const colour = () => create().evaluate("(button) => getComputedStyle(button).backgroundColor");
    expect(await create().evaluate((button) => button.classList.contains("live"))).toBe(true);
    expect(String(await colour())).not.toBe("rgb(26, 115, 232)");
    await create().click();
    await button("Create real orders now").waitFor();
  });

  test("rows that are not listed are counted, with thousands set apart", async () => {
    const { page, tab } = await open({
      getProblems: () =>
        problemList([problem({ kind: "notSent", cause: "notSent", message: "Not sent." })], {
          more: 1_832,
          causes: [{ cause: "notSent", kind: "notSent", title: "Not sent", rows: 1_833, certain: 0 }],
        }),
    });
    await tab("Problems").click();
    await page.getByRole("heading", { name: "Not sent: 1,833 rows" }).waitFor();
    await page.getByText("1,832 more rows are not listed here.").waitFor();
    expect(await tab("Problems").textContent()).toBe("Problems99+");
  });

  test("Send again is not offered for a row for which it would do nothing", async () => {
    const { page, tab, button } = await open({
      getProblems: () =>
        problemList([problem({ kind: "held", sendAgain: false, message: "Undo the sort." })]),
    });
    await tab("Problems").click();
    await page.getByText("Still unsure?").click();
    await page.getByText("Is the order in bitbybit?").waitFor();
    expect(await button("Not in bitbybit: send again").count()).toBe(0);
  });

  test("Fix all writes the certain cures, says so, and can be undone", async () => {
    const item = problem({ cause: "notWhole", found: "2 pcs", cure: { text: "2", certain: true } });
    const cause = {
      cause: "notWhole",
      kind: "invalid",
      title: "Quantity is not a whole number",
      rows: 14,
    } as const;
    let fixed = false;
    const { page, tab, button, calls } = await open({
      getProblems: () =>
        fixed ? problemList([]) : problemList([item], { causes: [{ ...cause, certain: 14 }] }),
      fixCells: () => {
        fixed = true;
        return { ok: true, message: "14 cells fixed.", undoToken: "undo-1" };
      },
      undoFix: () => {
        fixed = false;
        return { ok: true, message: "14 cells put back.", undoToken: "" };
      },
    });
    await tab("Problems").click();
    await page.getByRole("heading", { name: "Quantity is not a whole number: 14 rows" }).waitFor();
    await page.getByRole("button", { name: "F4 · R-3 (row 4) 2 pcs → 2" }).waitFor();
    await button("Fix all 14").click();
    await page.getByText("14 cells fixed.").waitFor();
    await button("Undo").click();
    await page.getByText("14 cells put back.").waitFor();
    expect(await button("Undo").count()).toBe(0);
    expect(calls).toContain('fixCells(7, "notWhole")');
    expect(calls).toContain('undoFix("undo-1")');
  });
});
