import { mappingOf } from "../../src/orders/columns/mapping";
import { headerOf, type StatusField, statusFields } from "../../src/orders/field";
import type { SheetMemory } from "../../src/sheet/sheet-memory";
import { columnsOf, saveMapping, sheetMemory } from "../../src/spreadsheet/sheet-columns";
import { MemoryProperties } from "../journal/memory-properties";
import { dataFields, columnsOf as plainColumnsOf } from "../orders/sheet";
import { problemOf as problemOfAct } from "./problem-of";

const header = [...dataFields, ...statusFields].map((field) => headerOf[field]);
const fresh: SheetMemory = { mapping: null, elsewhere: [], isNewer: false, isPrepared: false };

/** A row of such a sheet of which only one status cell is filled. */
function line(field: StatusField, text: string): string[] {
  const texts = header.map(() => "");
  texts[plainColumnsOf(dataFields, true).status[field] ?? 0] = text;
  return texts;
}

const problemOf = (display: string[][], memory: SheetMemory = fresh): unknown =>
  problemOfAct(() => columnsOf(display, memory));

test("headers in other words that name every needed field have to be confirmed, not added", () => {
  const names = "SKU,Jumlah,Nama Penerima,No. HP,Alamat Lengkap,Kota,Provinsi,Kode Pos".split(",");
  const order = [
    "A-1",
    "2",
    "Siti Rahmawati",
    "081255500101",
    "Jl. Melati 12",
    "Bandung",
    "Jawa Barat",
    "40115",
  ];
  expect(problemOf([names, order])).toEqual({ code: "askColumns", because: "new" });
  expect(problemOf([names.slice(0, -1), order.slice(0, -1)])).toMatchObject({ code: "headers" });
});

describe("the status columns of a sheet", () => {
  test("are left to the user if one holds words of their own, and the add-on's get names of their own", () => {
    const users = header.map((name) => (name === headerOf.sendKey ? "" : name));
    const columns = columnsOf([users, line("status", "Valid"), line("status", "Paid")], fresh);
    expect([columns.statusNames, columns.status]).toEqual(["own", {}]);
  });

  test("are the add-on's beside a Send key column, as in a copied tab, whatever somebody typed over them", () => {
    const columns = columnsOf([header, line("status", "Paid")], fresh);
    expect(columns.statusNames).toBe("plain");
  });

  test("are the add-on's while all of their values are", () => {
    const columns = columnsOf([header, line("status", "created")], fresh);
    expect(columns.status).toEqual(plainColumnsOf(dataFields, true).status);
  });

  test("stay the add-on's in a sheet that it has prepared, whatever somebody types into them", () => {
    const columns = columnsOf([header, line("status", "Paid")], { ...fresh, isPrepared: true });
    expect(columns.status).toEqual(plainColumnsOf(dataFields, true).status);
  });
});

describe("what a user has confirmed of a sheet's columns", () => {
  const display = [
    ["Nama", "Telepon", "Kode", "Jumlah", "Alamat"],
    ["Ayu", "0812", "var_1", "2", "Jl. Melati 1"],
  ];
  const confirmed = { fullName: 0, phone: 1, variantId: 2, quantity: 3, address1: 4 };
  const defaults = { city: "Bandung", province: "Jawa Barat", zip: "40115" };
  const mapping = mappingOf(display, { rowNumber: 1, hasGroupTitles: false }, confirmed, defaults);

  test("is kept for that sheet alone, and read back as it was", () => {
    const properties = new MemoryProperties();
    expect(saveMapping(properties, 7, mapping)).toBe(true);
    expect(sheetMemory(properties.values, 7)).toEqual({ ...fresh, mapping });
    expect(sheetMemory(properties.values, 8)).toEqual({ ...fresh, elsewhere: [mapping] });
  });

  describe("holds for another sheet with the same headers", () => {
    const full = [
      [...(display[0] ?? []), "Kota", "Provinsi", "Kode Pos"],
      [...(display[1] ?? []), "Bandung", "Jawa Barat", "40115"],
    ];
    const place = { city: 5, province: 6, zip: 7 };
    const mappingWith = (changed: typeof confirmed | object, given: object = {}) =>
      mappingOf(full, { rowNumber: 1, hasGroupTitles: false }, { ...confirmed, ...place, ...changed }, given);
    const asked = { code: "headers" };
    const titled = [["Orders of Tuesday"], ...full];

    test("also where these stand in another row", () => {
      const elsewhere = [mappingWith({}, { quantity: 1, country: "ID" })];
      const columns = columnsOf(titled, { ...fresh, elsewhere });
      expect(columns).toMatchObject({ headerRowNumber: 2, data: { ...confirmed, ...place } });
    });

    test.each([
      ["others", [mappingOf(display, { rowNumber: 1, hasGroupTitles: false }, confirmed, {})]],
      ["read otherwise by a third sheet", [mappingWith({}), mappingWith({ variantId: 3, quantity: 2 })]],
      ["that have a city for all rows", [mappingWith({}, { city: "Bandung" })]],
    ])("but not for headers %s", (_, elsewhere) => {
      expect(problemOf(full, { ...fresh, elsewhere })).toMatchObject(asked);
    });

    test("but not where a column holds articles that is empty in the other one", () => {
      const withSecond = (text: string) => [
        [...(full[0] ?? []), "Barang 2"],
        [...(full[1] ?? []), text],
      ];
      const elsewhere = [
        mappingOf(withSecond(""), { rowNumber: 1, hasGroupTitles: false }, { ...confirmed, ...place }, {}),
      ];
      expect(columnsOf(withSecond(""), { ...fresh, elsewhere }).data).toMatchObject(confirmed);
      expect(problemOf(withSecond("Clay mug"), { ...fresh, elsewhere })).toMatchObject(asked);
    });

    test("but not for one whose columns are known by their names", () => {
      const named = [header.slice(0, dataFields.length), line("status", "").slice(0, dataFields.length)];
      const swapped = { ...plainColumnsOf(dataFields).data, notes: 0 };
      const elsewhere = [mappingOf(named, { rowNumber: 1, hasGroupTitles: false }, swapped, {})];
      expect(columnsOf(named, { ...fresh, elsewhere }).data.notes).not.toBe(0);
    });
  });

  test("is not kept when the storage does not take it", () => {
    const properties = new MemoryProperties();
    properties.answers.push("fails");
    expect(saveMapping(properties, 7, mapping)).toBe(false);
  });

  test("by a newer version is refused, and neither guessed anew nor asked again", () => {
    const memory = sheetMemory({ "bitbybit.columns.7": '{"v":2}' }, 7);
    expect(problemOf([header], memory)).toEqual({ code: "newerColumns" });
  });

  test("names the columns", () => {
    expect(columnsOf(display, { ...fresh, mapping }).data).toMatchObject(confirmed);
  });

  test("is asked about again when the headers have changed", () => {
    const changed = [["Nama", "Telepon", "Kode", "Jumlah", "Kota"], display[1] ?? []];
    expect(problemOf(changed, { ...fresh, mapping })).toEqual({
      code: "askColumns",
      because: "changed",
    });
  });
});

test("a sheet whose headers name nothing is told what they lack", () => {
  expect(problemOf([["Nama"], ["Ayu"]])).toMatchObject({ code: "headers" });
});
