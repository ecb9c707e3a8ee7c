import { emptyReceipt } from "../../../src/receipt/receipt";
import { plan, problem, problemList, running } from "../../sidebar/scripted-server";
import { describeSidebar, type Sidebar } from "./describe-sidebar";

/** Long enough for three lines. */
const longMessage =
  "The selection or its cells changed since you were asked. Look at the numbers and start again. ".repeat(2);

/** Where these elements stand. */
function places({ page }: Sidebar, selectors: string[]) {
  return Promise.all(
    selectors.map(async (selector) => [selector, await page.locator(selector).boundingBox()]),
  );
}

describeSidebar("nothing moves when a message comes", (open) => {
  test("in the Run tab: the buttons stay where they are", async () => {
    const at = await open({ startRun: () => ({ ok: false, message: longMessage }) });
    const steps = ["#refresh", "#check", "#create", "#selection-key", "#selection-left-out"];
    await at.page.locator("#create:not([disabled])").waitFor();
    const before = await places(at, steps);
    await at.create().click();
    await at.button("Create orders now").click();
    await at.page.locator("#run-message.bad").waitFor();
    expect(await places(at, steps)).toEqual(before);
  });

  test("when the pointer comes back and the selection is read, whatever it holds", async () => {
    let orders = 12;
    const at = await open({ planRun: (kind) => ({ ok: true, plan: { ...plan, kind, orders } }) });
    await at.page.locator("#create:not([disabled])").waitFor();
    const before = await places(at, ["#refresh", "#check", "#create"]);
    orders = 0;
    await at.comeBack();
    await at.page.locator("#create:disabled").waitFor();
    expect(await places(at, ["#refresh", "#check", "#create"])).toEqual(before);
  });

  test("during a run: Stop stays where it is, whatever comes", async () => {
    const counts = { ...emptyReceipt(), created: 3, rejected: 2, invalid: 1, unconfirmed: 4 };
    let answer: () => void = () => undefined;
    const at = await open({
      startRun: () => ({ ok: true, run: running(1) }),
      continueRun: () =>
        new Promise((resolve) => {
          answer = () =>
            resolve({ ok: true, run: running(3, { counts, waitMs: 60_000, waitingFor: longMessage }) });
        }),
    });
    await at.create().click();
    await at.button("Create orders now").click();
    await at.page.getByText("1 of 12 orders created").waitFor();
    const before = await places(at, ["#card-heading", "#bar", "#stop"]);
    answer();
    await at.page.locator("#countdown", { hasText: "The selection" }).waitFor();
    expect(await places(at, ["#card-heading", "#bar", "#stop"])).toEqual(before);
  });

  test("in Problems: the lines stay where they are, and the answer is in view", async () => {
    const items = Array.from({ length: 60 }, (_, index) => problem({ cell: `F${index}`, rowNumber: index }));
    const at = await open({
      getProblems: () => problemList(items),
      selectCell: () => ({ ok: false, message: longMessage }),
    });
    await at.tab("Problems").click();
    const lines = [".problem >> nth=0", ".problem >> nth=5"];
    await at.page.locator(".problem").first().waitFor();
    const before = await places(at, lines);
    await at.page.locator(".problem").first().click();
    await at.page.locator("#problems-message.bad").waitFor();
    expect(await places(at, lines)).toEqual(before);
    const box = await at.page.locator("#problems-message").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  });

  test("in Settings: the fields and buttons stay where they are", async () => {
    const at = await open({ testConnection: () => ({ ok: false, message: longMessage }) });
    const fields = ["#api-key", "#user-name", "#save", "#test-connection"];
    await at.tab("Settings").click();
    const before = await places(at, fields);
    await at.button("Test connection").click();
    await at.page.locator("#settings-message.bad").waitFor();
    expect(await places(at, fields)).toEqual(before);
  });
});
