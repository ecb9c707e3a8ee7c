import type { PreviewView } from "../../../src/endpoints/preview";
import { describeSidebar } from "./describe-sidebar";

const preview: PreviewView = {
  order: "R-1 (rows 2–3)",
  hasLeft: false,
  parts: [
    { about: "customer", lines: [{ label: "First name", value: "<b>Siti</b>", cell: "B2" }] },
    { about: "article", lines: [{ label: "Quantity", value: "2", cell: "E2" }] },
    { about: "address", lines: [{ label: "Zip", value: "40111", cell: "" }] },
  ],
  json: '{\n  "lineItems": []\n}',
  findings: ["E2 Quantity: read as it was meant"],
};

describeSidebar("the preview", (open) => {
  test("shows each value with its cell, and the JSON once it is unfolded", async () => {
    const { page, button, text, complaints } = await open({ previewRow: () => ({ ok: true, preview }) });
    await button("Preview").click();
    await page.getByText("What will be sent for R-1 (rows 2–3)").waitFor();
    const lines = await page.locator(".preview dl .line").allInnerTexts();
    expect(lines.map((line) => line.split(/\s*\n\s*/))).toEqual([
      ["First name", "<b>Siti</b>", "B2"],
      ["Quantity", "2", "E2"],
      ["Zip", "40111", "all rows"],
    ]);
    await page.getByText(preview.findings[0] ?? "").waitFor();
    expect(await page.locator(".preview pre").isVisible()).toBe(false);
    await page.getByText("As JSON").click();
    expect(await page.locator(".preview pre").textContent()).toBe(preview.json);
    expect(await text("preview-message")).toContain("R-1");
    expect(complaints).toEqual([]);
  });

  test("does not call an order with a problem one that will be sent", async () => {
    const findings = ["E2 Quantity: empty; type a whole number"];
    const { page, button } = await open({
      previewRow: () => ({ ok: true, preview: { ...preview, parts: [], json: "", findings } }),
    });
    await button("Preview").click();
    await page.getByText("R-1 (rows 2–3) cannot be sent yet").waitFor();
    await page.getByText(findings[0] ?? "").waitFor();
  });

  test("moves nothing above it, and says why there is none", async () => {
    const { page, button, text } = await open({
      previewRow: () => ({ ok: false, message: "Row 40 is empty." }),
    });
    await page.locator("#create:not([disabled])").waitFor();
    const before = await page.locator("#create").boundingBox();
    await button("Preview").click();
    await page.getByText("Row 40 is empty.").waitFor();
    expect(await page.locator("#create").boundingBox()).toEqual(before);
    expect(await text("preview-message")).toBe("Row 40 is empty.");
  });

  test("goes when a run starts, since it tells of what was before", async () => {
    const { page, button, create } = await open({
      previewRow: () => ({ ok: true, preview }),
      startRun: () => ({ ok: false, message: "The selection changed." }),
    });
    await button("Preview").click();
    await page.getByText("What will be sent for").waitFor();
    await create().click();
    await button("Create orders now").click();
    await page.getByText("The selection changed.").waitFor();
    expect(await page.getByText("What will be sent for").count()).toBe(0);
  });
});
