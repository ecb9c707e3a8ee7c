import { seriousFaults } from "./accessibility";
import { describeInWorkbench } from "./describe-in-workbench";
import { orderRow, refs, sheetOf } from "./running-workbench";

describeInWorkbench("the workbench's page", (open) => {
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
    await sidebar.getByRole("button", { name: "Create 2 orders" }).focus();
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
    await at.button("Refresh").click();
    await at.sidebar.getByText("2 rows hidden by a filter").waitFor();
    await at.sidebar.getByText("1 order to create, in 1 row").waitFor();
  });

  test("a page with an old address is told to open the new one, and sees nothing", async () => {
    const at = await open(sheetOf([orderRow("R-1")]));
    const page = await at.page.context().newPage();
    await page.goto(at.workbench.address.replace(/#.*$/, "#an-old-token"));
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

  test("axe finds nothing serious in page and sidebar, light and dark", async () => {
    const at = await open(sheetOf([orderRow("R-1"), orderRow("R-2", "two")]));
    await at.drag("A2", "A3");
    await at.create();
    await at.button("Create orders now").click();
    await at.cellShows(`${await at.column("Status")}2`, /^Created/);
    await at.page.getByRole("button", { name: "Stand-in API" }).click();
    await at.page.getByRole("cell", { name: "201" }).first().waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await at.page.emulateMedia({ colorScheme });
      const faults: string[] = [];
      for (const frame of at.page.frames()) faults.push(...(await seriousFaults(frame)));
      await at.page.getByRole("button", { name: "bitbybit Orders" }).click();
      faults.push(...(await seriousFaults(at.page.mainFrame())));
      await at.page.keyboard.press("Escape");
      expect(faults).toEqual([]);
      const background = await at.page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(background === "rgb(32, 33, 36)").toBe(colorScheme === "dark");
    }
  });
});
