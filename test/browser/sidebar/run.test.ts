import { emptyReceipt } from "../../../src/receipt/receipt";
import { ended, plan, running, state } from "../../sidebar/scripted-server";
import { describeSidebar } from "./describe-sidebar";

describeSidebar("running from the sidebar", (open) => {
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
      startRun: () => ({ ok: true, run: ended({ kind: "check", counts: receipt, reason: "" }) }),
    });
    await button("Check").click();
    await page.getByText("12 orders valid").waitFor();
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
    await page.getByRole("heading", { name: "12 orders created", exact: true }).waitFor();
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
    await page.getByRole("heading", { name: "12 orders created", exact: true }).waitFor();
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
    await page.getByRole("heading", { name: "12 orders created", exact: true }).waitFor();
    expect(calls).toContain('continueRun("run-1")');
    expect(await button("Continue").count()).toBe(0);
  });

  test("Stop asks the server to stop, and the run continues until what was sent has its result", async () => {
    const { page, button, calls, create } = await open({
      startRun: () => ({ ok: true, run: running(3, { waitMs: 60_000, waitingFor: "Waiting 60 s." }) }),
      stopRun: () => ({ ok: true, run: running(3, { state: "stopping" }) }),
      continueRun: () => ({ ok: true, run: ended({ reason: "Stopped: 3 created, 9 not sent." }) }),
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

  test("the question folds away how the sheet was read, and a check does not ask because of it", async () => {
    const remarks = ["Look at F4 Quantity: <b>5000</b> is a large quantity."];
    const { page, button, create } = await open({
      planRun: (kind) => ({ ok: true, plan: { ...plan, kind, remarks } }),
      startRun: () => ({ ok: false, message: "That was it." }),
    });
    await create().click();
    const remark = page.getByText(remarks[0] ?? "");
    expect(await remark.isVisible()).toBe(false);
    await page.getByText("How the sheet was read").click();
    await remark.waitFor();
    await button("Cancel").click();
    await button("Check").click();
    await page.getByText("That was it.").waitFor();
  });
});
