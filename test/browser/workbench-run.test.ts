import { describeInWorkbench } from "./describe-in-workbench";
import { orderRow, refs, sheetOf } from "./running-workbench";

describeInWorkbench("orders made in the workbench with the built add-on", (open) => {
  test("the whole story: a wrong key, the right one, two ranges, a check, a fixed cell, a run stopped and finished", async () => {
    const rows = refs(1, 9).map((ref) => orderRow(ref, ref === "R-3" ? "two" : "1"));
    const at = await open(sheetOf(rows));
    const { page, sidebar } = at;
    const { key } = await at.standIn();
    await at.turn("switches", { limit: 3, windowMs: 5_000 });

    expect(await at.saveKey("bbb_test_not_the_right_key_0000")).not.toBe("");
    await at.button("Test connection").click();
    await sidebar.locator("#settings-message.bad").waitFor();
    await at.saveKey(key);
    await at.button("Test connection").click();
    await sidebar.locator("#settings-message.good").waitFor();

    await at.tab("Run");
    await at.drag("A2", "C5");
    await at.drag("B7", "C10", true);
    await at.button("Check").click();
    await sidebar.getByText("7 of 8 orders valid").waitFor();
    const status = await at.column("Status");
    await at.cellShows(`${status}4`, /^Invalid$/);
    await at.cellShows(`${status}8`, /^Valid$/);
    expect(await at.cell(`${status}6`).textContent()).toBe("");

    await at.tab("Problems");
    await sidebar.getByRole("button", { name: /^F4 · R-3/ }).click();
    await page.locator("#cell-F4.active").waitFor();
    await at.type("F4", "2");
    await at.tab("Run");

    await at.drag("A2", "A10");
    await at.create();
    await at.button("Create orders now").click();
    const bar = sidebar.getByRole("progressbar");
    await sidebar.locator('#bar[aria-valuemax="9"]:not([aria-valuenow="0"])').waitFor();
    expect(await bar.getAttribute("aria-valuemax")).toBe("9");

    await page.getByRole("button", { name: "Close sidebar" }).click();
    await at.menuItem("bitbybit Orders", "Open sidebar");
    await sidebar.locator("#stop:not([disabled])").waitFor();
    await at.button("Stop").click();
    await sidebar.locator("#create:not([disabled])").waitFor();
    const made = (await at.standIn()).orders.length;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(9);

    await at.turn("switches", { limit: 100, windowMs: 5_000 });
    await at.drag("A2", "A10");
    await at.create();
    await at.button("Create orders now").click();
    for (const row of [2, 3, 4, 5, 6, 7, 8, 9, 10])
      await at.cellShows(`${status}${row}`, /^Created \(test\)$/);
    const { orders } = await at.standIn();
    expect(orders).toHaveLength(9);
    expect(new Set(orders.map(({ notes }) => notes)).size).toBe(9);
    expect(at.complaints).toEqual([]);
  });

  test("markup in cells, in the file's name and in answers shows as text and runs nothing", async () => {
    const hostile = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>";
    const at = await open(sheetOf([orderRow("R-1", "1", hostile), orderRow(hostile, hostile)]), "<b>&.csv");
    expect(await at.page.locator("h1").textContent()).toBe("<b>&.csv");
    expect(await at.cell("B2").textContent()).toBe(hostile);
    await at.turn("faults", { chances: { "markup-number": 1 } });
    await at.drag("A2", "A3");
    await at.create();
    await at.button("Create orders now").click();
    const status = await at.column("Status");
    await at.cellShows(`${status}2`, /^Created \(test\)$/);
    await at.cellShows(`${status}3`, /^Invalid$/);
    const number = await at.column("Order number");
    expect(await at.cell(`${number}2`).textContent()).toContain("<");
    await at.tab("Problems");
    await at.sidebar.getByRole("button", { name: "<img src=x onerror=window.hacked=1>" }).first().waitFor();
    for (const frame of at.page.frames()) expect(await frame.evaluate("window.hacked")).toBeUndefined();
    expect(await at.page.locator("img").count()).toBe(0);
    expect(await at.sidebar.locator("img").count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });

  test("a selection changed between the question and the answer is told, and nothing is sent", async () => {
    const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2")]));
    await at.cell("A2").click();
    await at.create();
    await at.sidebar.getByRole("alertdialog").waitFor();
    await at.cell("A3").click();
    await at.button("Create orders now").click();
    await at.sidebar.locator("#run-message.bad").waitFor();
    expect((await at.standIn()).requestCount).toBe(0);
    expect(await at.sidebar.locator("#create").isEnabled()).toBe(true);
  });

  test("two tabs show the same sheet and selection and say so; a run in one is seen in the other", async () => {
    const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2")]));
    const other = await at.openTab();
    await at.page.getByText("open in several tabs").waitFor();
    await other.type("B2", "Dewi");
    // Chromium draws a tab in the background once a second, and a click waits for two drawings.
    await at.page.bringToFront();
    await at.cellShows("B2", /^Dewi$/);
    await at.drag("A2", "A3");
    await other.page.locator('#cell-A3[aria-selected="true"]').waitFor();
    await at.create();
    await at.button("Create orders now").click();
    const status = await at.column("Status");
    await other.cellShows(`${status}3`, /^Created \(test\)$/);
    expect((await at.standIn()).orders).toHaveLength(2);
  });

  test("the server stopped under the page is told in the page and in the sidebar", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    await at.workbench.stop();
    await at.page.getByText("The workbench has stopped.").waitFor();
    await at.button("Check").click();
    // The look at the selection may have failed too, and then its card says the same.
    await at.sidebar.locator("#run-message", { hasText: "There is no connection to the server." }).waitFor();
  });
});
