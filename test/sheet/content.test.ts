import { mapColumns } from "../../src/orders/columns";
import { contentOfRow, dataColumnsOf } from "../../src/sheet/content";
import { neededHeaders as headers } from "../orders/sheet";

function columnsOf(headerRow: string[]) {
  const map = mapColumns(headerRow);
  if (!map.ok) throw new Error("these headers cannot be used");
  return map.columns;
}

describe("the content of a row", () => {
  const row = ["var_1", "2", "Ayu", "Lestari", "+62", "Jl. Melati", "Bandung", "Jawa Barat", "40115"];

  test("stays the same when columns are moved and other columns are filled", () => {
    const before = contentOfRow(row, dataColumnsOf(columnsOf(headers)));
    const moved = dataColumnsOf(columnsOf(["My own", ...[...headers].reverse(), "Status"]));
    expect(contentOfRow(["anything", ...[...row].reverse(), "Created"], moved)).toBe(before);
  });

  test("changes with any cell of the user's, and never for cells that only read alike when joined", () => {
    const columns = dataColumnsOf(columnsOf(headers));
    const before = contentOfRow(row, columns);
    headers.forEach((_, index) => {
      const edited = row.map((text, at) => (at === index ? `${text}x` : text));
      expect(contentOfRow(edited, columns)).not.toBe(before);
    });
    const shifted = [...row];
    [shifted[2], shifted[3]] = ["Ay", "uLestari"];
    expect(contentOfRow(shifted, columns)).not.toBe(before);
  });

  test("counts cells beyond the row's end as empty", () => {
    const columns = dataColumnsOf(columnsOf(headers));
    expect(contentOfRow(["var_1"], columns)).toBe(
      contentOfRow(["var_1", "", "", "", "", "", "", "", ""], columns),
    );
  });
});
