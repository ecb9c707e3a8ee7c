import type { CellObject, WorkBook } from "@e965/xlsx";
import { fileLimits } from "../opened-file";
import { tooMany } from "./beyond-limit";
import { type CellMark, prepareRow } from "./row-cells";
import type { SheetRows } from "./sheet-rows";
import { attribute, hasMore, plainXml } from "./xml";
import { ZipArchive } from "./zip-archive";

/** A row of a sheet as SheetJS reads it, and what the start tags of its cells say. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly marks: readonly CellMark[];
  /** One for each mark. */
  readonly cells: readonly (CellObject | undefined)[];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const packages = "http://schemas.openxmlformats.org/package/2006";
/** Cells times array formulas that are worked through; SheetJS looks at every array formula for every cell. */
const mostArraySteps = 50_000_000;
/** Characters of formulas that cells share, once for each of them: SheetJS writes them anew for every cell, ten million a second. */
const mostSharedCharacters = 50_000_000;

/** Rows that SheetJS gets at once: its cells of these alone are in the memory beside the model's. */
const rowsAtOnce = 2_000;

/**
 * Reads the cells of a workbook with SheetJS. It gets small workbooks that hold nothing but the shared texts, or some rows, each
 * cell with its reference. So what stands around the cells (merged ranges, links over a whole sheet, styles, packages put
 * together in other ways) can neither mislead it nor fill the memory, and every sheet that is opened is one that can be
 * written.
 */
export class CellReader {
  private cellCount = 0;

  private constructor(
    private readonly read: typeof import("@e965/xlsx").read,
    private readonly sharedTexts: readonly { t: string }[],
  ) {}

  /** `sharedTexts` is the part of that name, null if there is none. @throws Error if it is damaged. */
  static async of(sharedTexts: string | null): Promise<CellReader> {
    // Loaded when it is needed: a csv is opened without it.
    const { read } = await import("@e965/xlsx");
    const { maxSharedTexts } = fileLimits;
    if (hasMore(sharedTexts ?? "", "si", maxSharedTexts)) throw tooMany("sharedTexts", maxSharedTexts);
    if (sharedTexts === null) return new CellReader(read, []);
    const workbook: WorkBook & { Strings?: { t: string }[] } = read(smallWorkbook("", sharedTexts), options);
    const texts = workbook.Strings ?? [];
    if (texts.length < textCount(sharedTexts)) throw new Error("damaged texts");
    return new CellReader(read, texts);
  }

  /**
   * Gives the rows of a sheet one after the other.
   * @throws BeyondLimit if there are more cells than are opened; Error if the sheet is damaged.
   */
  *rows(sheet: SheetRows): Generator<ReadRow> {
    const numbers = sheet.rowNumbers;
    // A formula that is shared by cells stands in the first of them, so these are read together.
    const size = sheet.hasSharedFormulas ? Math.max(1, numbers.length) : rowsAtOnce;
    for (let first = 0; first < numbers.length; first += size) {
      yield* this.someRows(sheet, numbers.slice(first, first + size));
    }
  }

  private *someRows(sheet: SheetRows, rowNumbers: readonly number[]): Generator<ReadRow> {
    const prepared = rowNumbers.map((rowNumber) => prepareRow(sheet.text(rowNumber) ?? "", rowNumber));
    const cells = prepared.reduce((sum, { marks }) => sum + marks.length, 0);
    this.cellCount += cells;
    if (this.cellCount > fileLimits.maxCells) throw tooMany("cells", fileLimits.maxCells);
    const xml = prepared.map((row) => row.xml).join("");
    const arrays = xml.split('t="array"').length - 1;
    if (arrays * cells > mostArraySteps) throw tooMany("arrayFormulas", Math.floor(mostArraySteps / cells));
    if (sheet.hasSharedFormulas) refuseLongShared(xml);
    const data = xml === "" ? [] : (this.read(smallWorkbook(xml, null), options).Sheets.s?.["!data"] ?? []);
    for (const [index, rowNumber] of rowNumbers.entries()) {
      const { marks = [] } = prepared[index] ?? {};
      const read: (CellObject | undefined)[] = data[rowNumber - 1] ?? [];
      yield { rowNumber, marks, cells: marks.map((mark) => this.cellOf(mark, read)) };
    }
  }

  private cellOf(
    { column, sharedText }: CellMark,
    read: readonly (CellObject | undefined)[],
  ): CellObject | undefined {
    if (sharedText === null) return read[column - 1];
    const text = this.sharedTexts[sharedText];
    if (text === undefined) throw new Error("damaged cell");
    return { t: "s", v: text.t ?? "" };
  }
}

function refuseLongShared(xml: string): void {
  const lengths = new Map<string | null, number>();
  let characters = 0;
  for (const [, attributes = "", text = ""] of xml.matchAll(/<(?:[\w.-]+:)?f(\s[^>]*)>([^<]*)/g)) {
    const group = attribute(attributes, "si");
    if (group === null) continue;
    if (text !== "") lengths.set(group, text.length);
    characters += lengths.get(group) ?? 0;
    if (characters > mostSharedCharacters) throw tooMany("sharedCharacters", mostSharedCharacters);
  }
}

const options = {
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
} as const;

function smallWorkbook(rows: string, sharedTexts: string | null): Buffer {
  const archive = new ZipArchive();
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${content}.${type}+xml"/>`;
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${relations}/${type}" Target="${target}.xml"/>`;
  const related = (all: string) => `<Relationships xmlns="${packages}/relationships">${all}</Relationships>`;
  archive.store(
    "[Content_Types].xml",
    `<Types xmlns="${packages}/content-types">${override("workbook", "sheet.main")}${override("sheet", "worksheet")}${override("texts", "sharedStrings")}</Types>`,
  );
  archive.store("_rels/.rels", related(relation("officeDocument", "xl/workbook")));
  archive.store(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="s" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
  );
  archive.store(
    "xl/_rels/workbook.xml.rels",
    related(relation("worksheet", "sheet") + relation("sharedStrings", "texts")),
  );
  archive.store("xl/sheet.xml", `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`);
  archive.store("xl/texts.xml", preparedTexts(sharedTexts ?? `<sst xmlns="${main}"></sst>`));
  return archive.toBuffer();
}

/** An empty text that closes itself would be taken for the beginning of the next one, and every text after it for another. */
function preparedTexts(sharedTexts: string): string {
  return plainXml(sharedTexts).replace(/<((?:[\w.-]+:)?si)\s*\/>/g, "<$1></$1>");
}

function textCount(sharedTexts: string): number {
  const tag = /<(?:[\w.-]+:)?si[\s/>]/g;
  const xml = plainXml(sharedTexts);
  let count = 0;
  while (tag.test(xml)) count++;
  return count;
}
