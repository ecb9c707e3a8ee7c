import { describeInWorkbench } from "./describe-in-workbench";
import { orderRow, refs, sheetOf } from "./running-workbench";

describeInWorkbench("a check in the workbench", (open) => {
  test("colours the cell at fault and has a note there, until it is fixed; the preview names the cells", async () => {
    const rows = refs(1, 3).map((ref) =>
      orderRow(ref, ref === "R-2" ? "2 pcs" : ref === "R-3" ? "5000" : "1"),
    );
    const at = await open(sheetOf(rows));
    const { page, sidebar } = at;
    const backgroundOf = (cell: string) =>
      page.evaluate<string>(`getComputedStyle(document.getElementById("cell-${cell}")).backgroundColor`);
    await at.drag("A2", "C4");
    await at.button("Check").click();
    await sidebar.getByText("2 of 3 orders valid").waitFor();
    await page.locator("#cell-F3.has-note").waitFor();
    expect(await backgroundOf("F3")).toBe("rgb(255, 204, 128)");
    expect(await backgroundOf("F4")).toBe("rgb(255, 245, 157)");
    expect(await at.cell("F3").getAttribute("title")).toContain("is not a whole number; type 2");
    expect(await page.locator("#cell-F2.has-note").count()).toBe(0);

    await at.drag("A4", "A4");
    await at.button("Preview").click();
    await sidebar.getByText("What will be sent for R-3").waitFor();
    await sidebar.locator(".preview .line", { hasText: "5000" }).getByText("F4", { exact: true }).waitFor();

    await at.type("F3", "2");
    await at.drag("A2", "C4");
    await at.button("Check").click();
    await sidebar.getByText("3 orders valid").waitFor();
    await page.locator("#cell-F3:not(.has-note)").waitFor();
    expect(await backgroundOf("F3")).not.toBe("rgb(255, 204, 128)");
    expect(at.complaints).toEqual([]);
  });
});
