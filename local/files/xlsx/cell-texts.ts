import type { CellObject, WorkBook } from "@e965/xlsx";
import { fileLimits } from "../opened-file";
import { tooMany } from "./beyond-limit";
import { type CellMark, prepareRow } from "./row-cells";
import type { SheetRows } from "./sheet-rows";
import { plainXml } from "./xml";
import { ZipArchive } from "./zip-archive";

/** A row of a sheet as SheetJS reads it, and what the start tags of its cells say. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly marks: readonly CellMark[];
  /** By 0-based column index. */
  readonly cells: readonly (CellObject | undefined)[];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const package_ = "http://schemas.openxmlformats.org/package/2006";
/** Cells times array formulas that are worked through; SheetJS looks at every array formula for every cell. */
const mostArraySteps = 50_000_000;

/**
 * Reads the cells of sheets with SheetJS. It gets a workbook that holds nothing but them: the rows, each cell with its
 * reference, and the shared texts. So what stands around the cells (merged ranges, links over a whole sheet, styles,
 * packages put together in other ways) can neither mislead it nor fill the memory, and every sheet that is opened is one that
 * can be written. `sharedTexts` is the part of that name, null if there is none.
 * @throws BeyondLimit if there are more cells than are opened; Error if the file is damaged.
 */
export async function readCellTexts(
  sheets: readonly SheetRows[],
  sharedTexts: string | null,
): Promise<ReadRow[][]> {
  const prepared = prepareSheets(sheets);
  const bytes = smallWorkbook(
    prepared.map(({ xml }) => xml),
    sharedTexts,
  );
  // Loaded when it is needed: a csv is opened without it.
  const { read } = await import("@e965/xlsx");
  const workbook: WorkBook & { Strings?: readonly unknown[] } = read(bytes, {
    type: "buffer",
    dense: true,
    // An error of one sheet is an error of the file; without this the sheet would be empty.
    WTF: true,
    nodim: true,
    xlfn: true,
    cellFormula: true,
    cellHTML: false,
    cellText: false,
    cellNF: false,
  });
  if (sharedTexts !== null && (workbook.Strings?.length ?? 0) < textCount(sharedTexts))
    throw new Error("damaged texts");
  return prepared.map(({ rows }, index) => {
    const data = workbook.Sheets[sheetName(index)]?.["!data"] ?? [];
    return rows.map((row) => ({ ...row, cells: data[row.rowNumber - 1] ?? [] }));
  });
}

interface PreparedSheet {
  readonly rows: { rowNumber: number; marks: readonly CellMark[] }[];
  readonly xml: string;
}

function prepareSheets(sheets: readonly SheetRows[]): PreparedSheet[] {
  let cells = 0;
  return sheets.map((source) => {
    const rows: PreparedSheet["rows"] = [];
    const parts: string[] = [];
    let [ofSheet, arrays] = [0, 0];
    for (const rowNumber of source.rowNumbers) {
      const { marks, xml } = prepareRow(source.text(rowNumber) ?? "", rowNumber);
      rows.push({ rowNumber, marks });
      parts.push(xml);
      ofSheet += marks.length;
      if (xml.includes('t="array"')) arrays += xml.split('t="array"').length - 1;
    }
    cells += ofSheet;
    if (cells > fileLimits.maxCells) throw tooMany("cells", cells);
    if (arrays * ofSheet > mostArraySteps) throw tooMany("array formulas", arrays);
    return { rows, xml: parts.join("") };
  });
}

function smallWorkbook(sheetData: readonly string[], sharedTexts: string | null): Buffer {
  const archive = new ZipArchive();
  const parts = sheetData.map((_, index) => ({ number: index + 1, name: sheetName(index) }));
  archive.store(
    "[Content_Types].xml",
    `<Types xmlns="${package_}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>${parts
      .map(
        ({ number }) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${content}.worksheet+xml"/>`,
      )
      .join(
        "",
      )}<Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/></Types>`,
  );
  archive.store(
    "_rels/.rels",
    `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  archive.store(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${parts
      .map(({ number, name }) => `<sheet name="${name}" sheetId="${number}" r:id="r${number}"/>`)
      .join("")}</sheets></workbook>`,
  );
  archive.store(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${package_}/relationships">${parts
      .map(
        ({ number }) =>
          `<Relationship Id="r${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="texts" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  for (const [index, xml] of sheetData.entries()) {
    archive.store(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${xml}</sheetData></worksheet>`,
    );
  }
  archive.store(
    "xl/sharedStrings.xml",
    sharedTexts === null ? `<sst xmlns="${main}"></sst>` : preparedTexts(sharedTexts),
  );
  return archive.toBuffer();
}

function sheetName(index: number): string {
  return `s${index + 1}`;
}

/** An empty text that closes itself would be taken for the beginning of the next one, and every text after it for another. */
function preparedTexts(sharedTexts: string): string {
  return plainXml(sharedTexts).replace(/<((?:[\w.-]+:)?si)\s*\/>/g, "<$1></$1>");
}

function textCount(sharedTexts: string): number {
  return plainXml(sharedTexts).match(/<(?:[\w.-]+:)?si[\s/>]/g)?.length ?? 0;
}
