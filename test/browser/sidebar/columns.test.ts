import type { ColumnsChoice } from "../../../src/endpoints/columns";
import { columnsView, state } from "../../sidebar/scripted-server";
import { describeSidebar } from "./describe-sidebar";

describeSidebar("the Columns tab", (open) => {
  test("shows what each field is read from, with values, and what is still missing", async () => {
    const { page, tab, text } = await open({
      getState: () => state({ columnsMissing: 1 }),
      getColumns: () => ({ ok: true, columns: columnsView }),
    });
    await page.getByRole("heading", { name: "Some columns are not known yet" }).waitFor();
    await page.getByRole("button", { name: "Choose columns" }).click();
    await page.getByText("This looks like a Shopee export.").waitFor();
    expect(await page.getByLabel(/^Quantity/).inputValue()).toBe("C");
    await page.getByText("Such as Siti Rahmawati · Budi").waitFor();
    expect(await text("columns-message")).toBe("Still missing: Zip.");
    expect(await tab("Columns").textContent()).toBe("Columns1");
    await page.getByText("Such as <b>fragile</b>").waitFor();
    // Full name stands in for it.
    expect(await page.getByLabel("First name").isVisible()).toBe(false);
  });

  test("a default or a column completes it; what is saved is what was chosen", async () => {
    const saved: ColumnsChoice[] = [];
    const { page, tab, button, text } = await open({
      getColumns: () => ({ ok: true, columns: columnsView }),
      saveColumns: (choice) => {
        saved.push(choice);
        return {
          ok: true,
          columns: { ...columnsView, fields: columnsView.fields.map(confirmed) },
          message: "Saved.",
        };
      },
    });
    await tab("Columns").click();
    await page.getByLabel("Zip for all rows").fill("40111");
    expect(await text("columns-message")).toBe("Every needed field has a column or a value.");
    await page.getByLabel(/^Quantity/).selectOption("E");
    expect(await text("columns-message")).toBe("Column E is chosen more than once.");
    await page
      .getByLabel(/^Notes/)
      .first()
      .selectOption("");
    await page.getByText("Other fields").click();
    await page.getByLabel(/^Ship phone/).selectOption("D");
    await page.getByText("The column is empty.").waitFor();
    await button("Use these columns").click();
    await page.getByText("Saved.").waitFor();
    expect(saved).toEqual([
      {
        sheetId: 7,
        fingerprint: "headers-1",
        headerRow: 3,
        fields: [
          { field: "orderRef", column: "A", defaultValue: "" },
          { field: "fullName", column: "B", defaultValue: "" },
          { field: "quantity", column: "E", defaultValue: "" },
          { field: "zip", column: "", defaultValue: "40111" },
          { field: "shipPhone", column: "D", defaultValue: "" },
        ],
      },
    ]);
    expect(await page.getByText("proposed").count()).toBe(0);
  });

  test("another header row is read at once; a refusal keeps what was chosen", async () => {
    const { page, tab, button, calls } = await open({
      getColumns: (headerRow = 3) => ({ ok: true, columns: { ...columnsView, headerRow } }),
      saveColumns: () => ({ ok: false, message: "The header row changed. Read it again." }),
    });
    await tab("Columns").click();
    await page.getByLabel("Headers are in row").fill("2");
    await page.getByLabel("Headers are in row").press("Tab");
    await page.locator("#header-row:not([disabled])").waitFor();
    expect(calls).toContain("getColumns(2)");
    await page.getByLabel(/^Zip/).first().selectOption("D");
    await button("Use these columns").click();
    await page.getByText("The header row changed. Read it again.").waitFor();
    expect(await page.getByLabel(/^Zip/).first().inputValue()).toBe("D");
  });

  test("200 columns are all offered, and a sheet that cannot be read is one sentence", async () => {
    const columns = Array.from({ length: 200 }, (_, index) => ({
      column: `X${index}`,
      header: `Header ${index}`,
      samples: [],
    }));
    const many = await open({ getColumns: () => ({ ok: true, columns: { ...columnsView, columns } }) });
    await many.tab("Columns").click();
    expect(
      await many.page
        .getByLabel(/^Quantity/)
        .locator("option")
        .count(),
    ).toBe(201);
    const none = await open({ getColumns: () => ({ ok: false, message: "This sheet has no headers." }) });
    await none.tab("Columns").click();
    await none.page.getByText("This sheet has no headers.").waitFor();
  });
});

/** A field after its proposal was confirmed. */
function confirmed<Field extends { source: string }>(field: Field): Field {
  return field.source === "proposal" ? { ...field, source: "saved" } : field;
}
