import { problem, problemList } from "../../sidebar/scripted-server";
import { describeSidebar } from "./describe-sidebar";

describeSidebar("problems in the sidebar", (open) => {
  test("problems stand by kind, a click selects the cell, and the ways out come after the safe way", async () => {
    const lost = { kind: "unconfirmed", cell: "P5", rowNumber: 5, order: "R-8 (row 5)" } as const;
    const { page, button, tab, calls } = await open({
      getProblems: () =>
        problemList([problem(), problem({ ...lost, message: "The answer was lost." })], { more: 3 }),
      selectCell: () => ({ ok: true, message: "" }),
    });
    await tab("Problems").click();
    await page.getByRole("heading", { name: /^Unconfirmed/ }).waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
      "Unconfirmed, may exist already: 1 row",
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

  test("what every line of a group would say is said once; a message does not name its line's cell again", async () => {
    const empty = (cell: string) =>
      problem({ cell, order: cell, message: `${cell} Zip: empty; type a postal code` });
    const { page, tab } = await open({
      getProblems: () =>
        problemList([
          empty("J4"),
          empty("J5"),
          problem({ kind: "held", cell: "P6", message: "P6: sorted." }),
        ]),
    });
    await tab("Problems").click();
    await page.getByText("Zip: empty; type a postal code", { exact: true }).waitFor();
    expect(await page.locator(".problem").allInnerTexts()).toEqual([
      expect.stringMatching(/^P6 · R-3 \(row 4\)\s+sorted\.$/),
      expect.stringMatching(/^J4 · J4\s*$/),
      expect.stringMatching(/^J5 · J5\s*$/),
    ]);
  });
});
