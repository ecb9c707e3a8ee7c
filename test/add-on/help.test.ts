import { AddOn, testKey } from "./add-on";

describe("Help", () => {
  test("tells the version, what the add-on sees, and how the last run ended", () => {
    const addOn = new AddOn({ rows: [{}, { Quantity: "two" }] });
    addOn.create();
    const said = addOn.click("Help");
    expect(said).toMatch(/^bitbybit Orders \d+\.\d+\.\d+$/m);
    expect(said).toContain("key: test\n");
    expect(said).toContain("sheet: understood, known columns 11, other columns 0, rows 2");
    expect(said).toContain("last run: create, test, ended");
    expect(said).toContain("created 1, invalid 1");
  });

  test("holds no cell and no key, whatever the sheet is called and holds", () => {
    const addOn = new AddOn({ rows: [{ "First name": "Rahasia" }] });
    addOn.create();
    const said = addOn.click("Help");
    expect(said).not.toContain("Rahasia");
    expect(said).not.toContain(testKey.slice(-4));
    expect(said).not.toContain("Orders, ");
  });

  test("a sheet that is not understood is said to be so", () => {
    expect(new AddOn({ rows: [], headers: ["Catatan"] }).click("Help")).toContain("sheet: not understood");
  });
});
