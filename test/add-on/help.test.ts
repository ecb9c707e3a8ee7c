import { textsOf } from "../help/page-texts";
import { AddOn, testKey } from "./add-on";

/** What the dialog *Help* shows. */
function helpOf(addOn: AddOn) {
  addOn.click("Help");
  return textsOf(addOn.dialogs.at(-1) ?? "");
}

describe("Help", () => {
  test("is a dialog that tells the version, what the add-on sees, and how the last run ended", () => {
    const addOn = new AddOn({ rows: [{}, { Quantity: "two" }] });
    addOn.create();
    const { facts } = helpOf(addOn);
    expect(facts.Version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(facts).toMatchObject({
      "API key": "A TEST key is saved: orders are made for practice.",
      "This sheet": "Understood. Columns that are read: 11. Rows below the headers: 2.",
      "Last run": expect.stringMatching(
        /^Create orders from selection \(TEST\), 2 Mar 2026 at \d\d:\d\d: 2 orders: 1 created and 1 with problems\.$/,
      ),
    });
  });

  test("has a report to copy with the same in code words", () => {
    const addOn = new AddOn({ rows: [{}, { Quantity: "two" }] });
    addOn.create();
    const { report } = helpOf(addOn);
    expect(report).toMatch(/^bitbybit Orders \d+\.\d+\.\d+$/m);
    expect(report).toContain("key: test\n");
    expect(report).toContain("sheet: understood, known columns 11, other columns 0, rows 2");
    expect(report).toContain("last run: create, test, ended");
    expect(report).toContain("created 1, invalid 1");
  });

  test("holds no cell and no key, whatever the sheet is called and holds", () => {
    const addOn = new AddOn({ rows: [{ "First name": "Rahasia" }] });
    addOn.create();
    const shown = JSON.stringify(helpOf(addOn));
    expect(shown).not.toContain("Rahasia");
    expect(shown).not.toContain(testKey.slice(-4));
    expect(shown).not.toContain("Orders, ");
  });

  test("says of a sheet that is not understood what to do", () => {
    const { facts, report } = helpOf(new AddOn({ rows: [], headers: ["Catatan"] }));
    expect(facts["This sheet"]).toMatch(/^Not understood yet\. Open the sidebar's tab Columns/);
    expect(report).toContain("sheet: not understood");
  });

  test("says before anything is set up what is missing", () => {
    const addOn = new AddOn({ rows: [{}], apiKey: "" });
    expect(helpOf(addOn).facts).toMatchObject({
      "API key": "None is saved. Save one in the sidebar under Settings.",
      "Last run": "None in this spreadsheet yet.",
    });
  });
});
