import type { Browser, BrowserContext } from "playwright-core";
import { seriousFaults } from "./accessibility";
import { describeInChromium, launchChromium } from "./chromium";
import { headers, orderRow, type RunningWorkbench, startWorkbench, WorkbenchPage } from "./running-workbench";

const refs = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `R-${first + index}`);
const sheetOf = (rows: string[]) => `${[headers, ...rows].join("\n")}\n`;

describeInChromium("the workbench with the built add-on", () => {
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

  const open = async (csv: string, name?: string) => {
    workbench = await startWorkbench(csv, name);
    return WorkbenchPage.open(context, workbench.address);
  };

  test("the whole story: a wrong key, the right one, two ranges, a check, a mended cell, a run stopped and finished", async () => {
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
    await sidebar.getByText("8 of 8 orders").waitFor();
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
    await at.button("Create orders").click();
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
    await at.button("Create orders").click();
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
    await at.button("Create orders").click();
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

  test("everything works by keyboard alone", async () => {
    const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2", "two")]));
    const { page, sidebar } = at;
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate("document.activeElement.textContent");
    while ((await focused()) !== "bitbybit Orders") await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Create orders from selection");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("bitbybit Orders");
    while ((await page.evaluate("document.activeElement.getAttribute('role')")) !== "grid") {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+Home");
    for (const key of ["ArrowDown", "ArrowDown", "Home", ...Array(5).fill("ArrowRight")])
      await page.keyboard.press(key);
    expect(await page.locator("[role=grid]").getAttribute("aria-activedescendant")).toBe("cell-F3");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await at.cellShows("F3", /^3$/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowDown");
    await page.locator('#cell-F3[aria-selected="true"]').waitFor();
    await sidebar.getByRole("tab", { name: "Run" }).focus();
    await sidebar.getByRole("button", { name: "Create orders", exact: true }).focus();
    await page.keyboard.press("Enter");
    await sidebar.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const status = await at.column("Status");
    await at.cellShows(`${status}2`, /^Created \(test\)$/);
    await at.cellShows(`${status}3`, /^Created \(test\)$/);
  });

  test("the menu's dialogs hold the focus, Escape answers no, and nothing is sent", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    const { page } = at;
    await at.cell("A2").click();
    await at.menuItem("bitbybit Orders", "Create orders from selection");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let press = 0; press < 6; press++) await page.keyboard.press("Tab");
    expect(
      await page.evaluate(
        "document.activeElement.closest('dialog') !== null || document.activeElement === document.body",
      ),
    ).toBe(true);
    expect(await seriousFaults(page.mainFrame())).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator("#running", { hasText: /^$/ }).waitFor({ state: "attached" });
    expect((await at.standIn()).requestCount).toBe(0);
  });

  test("sort, filter, insert, delete and undo work on the sheet, and a filtered row is left out", async () => {
    const at = await open(sheetOf([orderRow("R-2"), orderRow("R-1"), orderRow("R-3")]));
    const { page } = at;
    await at.cell("A2").click();
    await at.menuItem("Data", "Sort sheet A to Z");
    await at.cellShows("A2", /^R-1$/);
    await at.menuItem("Edit", "Insert row above");
    await at.cellShows("A3", /^R-1$/);
    await at.menuItem("Edit", "Delete selected rows");
    await at.cellShows("A2", /^R-1$/);
    await at.menuItem("Edit", "Undo");
    await at.cellShows("A3", /^R-1$/);
    await at.menuItem("Edit", "Undo");
    await at.cellShows("A2", /^R-1$/);
    await at.cell("A2").click();
    await at.menuItem("Data", "Filter by this column…");
    await page.getByLabel("Value").selectOption("R-2");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await at.cell("A4").waitFor({ state: "detached" });
    await at.cell("A3").click();
    await page.locator("[role=columnheader]", { hasText: /^A$/ }).click();
    await at.button("Look again").click();
    await at.sidebar.getByText("2 rows hidden by a filter").waitFor();
    await at.sidebar.getByText("1 order to create, in 1 row").waitFor();
  });

  test("a selection changed between the question and the answer is told, and nothing is sent", async () => {
    const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2")]));
    await at.cell("A2").click();
    await at.button("Create orders").click();
    await at.sidebar.getByRole("alertdialog").waitFor();
    await at.cell("A3").click();
    await at.button("Create orders now").click();
    await at.sidebar.locator("#run-message.bad").waitFor();
    expect((await at.standIn()).requestCount).toBe(0);
    expect(await at.button("Create orders").isEnabled()).toBe(true);
  });

  test("two tabs show the same sheet and selection and say so; a run in one is seen in the other", async () => {
    const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2")]));
    const other = await WorkbenchPage.open(context, workbench?.address ?? "");
    await at.page.getByText("open in several tabs").waitFor();
    await other.type("B2", "Dewi");
    await at.cellShows("B2", /^Dewi$/);
    await at.drag("A2", "A3");
    await other.page.locator('#cell-A3[aria-selected="true"]').waitFor();
    await at.button("Create orders").click();
    await at.button("Create orders now").click();
    const status = await at.column("Status");
    await other.cellShows(`${status}3`, /^Created \(test\)$/);
    expect((await at.standIn()).orders).toHaveLength(2);
  });

  test("the server stopped under the page is told in the page and in the sidebar", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    await workbench?.stop();
    workbench = null;
    await at.page.getByText("The workbench has stopped.").waitFor();
    await at.button("Check").click();
    // The look at the selection may have failed too, and then its card says the same.
    await at.sidebar.locator("#run-message", { hasText: "There is no connection to the server." }).waitFor();
  });

  test("a page with an old address is told to open the new one, and sees nothing", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    const page = await context.newPage();
    await page.goto((workbench?.address ?? "").replace(/#.*$/, "#an-old-token"));
    await page.getByText("belongs to an earlier session").waitFor();
    expect(await page.locator("[role=gridcell]").count()).toBe(0);
    expect(at.complaints).toEqual([]);
  });

  test("3,000 rows scroll, with only the rows in sight in the page", async () => {
    const at = await open(sheetOf(refs(1, 3000).map((ref) => orderRow(ref))));
    const grid = at.page.getByRole("grid");
    expect(Number(await grid.getAttribute("aria-rowcount"))).toBeGreaterThan(3000);
    await grid.focus();
    await at.page.keyboard.press("Control+End");
    await at.cellShows("A3001", /^R-3000$/);
    expect(await at.page.getByRole("row").count()).toBeLessThan(120);
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing serious in page and sidebar, %s",
    async (colorScheme) => {
      await context.close();
      context = await browser.newContext({ colorScheme });
      const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2", "two")]));
      await at.drag("A2", "A3");
      await at.button("Create orders").click();
      await at.button("Create orders now").click();
      await at.cellShows(`${await at.column("Status")}2`, /^Created/);
      await at.page.getByRole("button", { name: "Stand-in API" }).click();
      await at.page.getByRole("cell", { name: "201" }).first().waitFor();
      const faults: string[] = [];
      for (const frame of at.page.frames()) faults.push(...(await seriousFaults(frame)));
      await at.page.getByRole("button", { name: "bitbybit Orders" }).click();
      faults.push(...(await seriousFaults(at.page.mainFrame())));
      expect(faults).toEqual([]);
      const background = await at.page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(background === "rgb(32, 33, 36)").toBe(colorScheme === "dark");
    },
  );
});
