import { AddOn } from "./add-on";

const newer = JSON.stringify({ v: 2, keys: [{ apiKey: "bbb_test_newer_key_1a2b" }] });

describe("settings that a newer version of the add-on saved", () => {
  function withNewerSettings(): AddOn {
    const addOn = new AddOn({ rows: [{}] });
    addOn.stores.userProperties("user").setAll({ "bitbybit.settings": newer });
    return addOn;
  }

  test("are said to be so, and nothing is sent", () => {
    const addOn = withNewerSettings();
    expect(addOn.create()).toContain("saved by a newer version");
    expect(addOn.posts()).toBe(0);
  });

  test("are not overwritten by what is saved or removed here", () => {
    const addOn = withNewerSettings();
    expect(() => addOn.call("saveSettings", [{ userName: "Ana" }])).toThrow("newer version");
    expect(() => addOn.call("forgetKey", [])).toThrow("newer version");
    expect(addOn.stores.userProperties("user").get("bitbybit.settings")).toBe(newer);
  });
});

describe("columns that were confirmed in a newer version of the add-on", () => {
  const property = "bitbybit.columns.";
  const kept = JSON.stringify({ v: 2, columns: ["somehow else"] });

  function withNewerColumns(): AddOn {
    const addOn = new AddOn({ rows: [{}] });
    addOn.properties.setAll({ [property + addOn.sheet.sheetId]: kept });
    return addOn;
  }

  test("are said to be so, and nothing is sent", () => {
    const addOn = withNewerColumns();
    expect(addOn.create()).toContain("columns were confirmed in a newer version");
    expect(addOn.posts()).toBe(0);
  });

  test("are neither shown nor overwritten by the sidebar", () => {
    const addOn = withNewerColumns();
    const choice = { sheetId: addOn.sheet.sheetId, fingerprint: "", headerRow: 1, fields: [] };
    expect(() => addOn.call("getColumns", [])).toThrow("newer version");
    expect(() => addOn.call("saveColumns", [choice])).toThrow("newer version");
    expect(addOn.properties.get(property + addOn.sheet.sheetId)).toBe(kept);
  });

  test("leave the sidebar open for everything else", () => {
    expect(withNewerColumns().call("getState", [])).toMatchObject({ settings: { environment: "test" } });
  });
});

describe("records that a newer version of the add-on wrote", () => {
  test.each([
    ["bitbybit.run", { v: 3, id: "run" }],
    ["bitbybit.journal.runs", { v: 2, runs: [] }],
  ])("%s is said to be so, nothing is sent, and it stays as it is", (name, record) => {
    const addOn = new AddOn({ rows: [{}] });
    addOn.properties.setAll({ [name]: JSON.stringify(record) });
    expect(addOn.create()).toContain("cannot be read: damaged, or written by a newer version");
    expect([addOn.posts(), addOn.properties.get(name)]).toEqual([0, JSON.stringify(record)]);
  });
});
