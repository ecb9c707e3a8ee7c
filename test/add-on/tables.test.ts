import type { ExceptionLanguage, Unknowns } from "../../local/runtime/local-runtime";
import type { TableColumnType } from "../../local/runtime/model/sheet-rules";
import { AddOn, headers, statusHeaders } from "./add-on";

const rows = [{ "First name": "Dewi" }, { "First name": "Ayu" }];

interface Setting {
  language?: ExceptionLanguage;
  refuses?: Unknowns["typedColumnsRefuse"];
}

/** An add-on over a sheet whose columns, the status columns among them, lie in a Table of one type. */
function insideTable(type: TableColumnType, { language = "en", refuses = "atCall" }: Setting = {}): AddOn {
  const addOn = new AddOn({
    rows,
    headers: [...headers, ...statusHeaders],
    runtime: { language, unknowns: { typedColumnsRefuse: refuses } },
  });
  const width = headers.length + statusHeaders.length;
  addOn.user.makeTable(
    addOn.sheet,
    { row: 1, column: 1, rows: rows.length + 1, columns: width },
    "Orders",
    Array<TableColumnType>(width).fill(type),
  );
  return addOn;
}

describe("orders in a Table with typed columns", () => {
  const settings = (["en", "made-up"] as const).flatMap((language) =>
    (["atCall", "atFlush"] as const).map((refuses) => [language, refuses] as const),
  );

  test.each(settings)("are created without formats there (%s, refused %s)", (language, refuses) => {
    const addOn = insideTable("text", { language, refuses });
    expect(addOn.create()).toBe("2 orders: 2 created.");
    expect(addOn.cells("Status")).toEqual(["Created (test)", "Created (test)"]);
    expect(addOn.made()).toHaveLength(2);
    expect(addOn.create()).toBe("2 orders: 2 already created.");
  });

  test.each(settings)("the sheet can be set up (%s, refused %s)", (language, refuses) => {
    const addOn = insideTable("text", { language, refuses });
    expect(addOn.click("Set up this sheet")).not.toContain("unexpected");
    expect(addOn.create()).toBe("2 orders: 2 created.");
  });

  test("beside a Table the status columns are plain text as ever", () => {
    const addOn = new AddOn({ rows });
    addOn.user.makeTable(
      addOn.sheet,
      { row: 1, column: 1, rows: 3, columns: headers.length },
      "Orders",
      Array<TableColumnType>(headers.length).fill("text"),
    );
    expect(addOn.create()).toBe("2 orders: 2 created.");
    expect(addOn.sheet.cell(2, addOn.column("Message")).numberFormat).toBe("@");
  });
});
