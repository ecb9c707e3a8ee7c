import { ZipArchive } from "../../../../local/files/xlsx/zip-archive";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** A sheet of a workbook made by hand. */
export interface SmallSheet {
  name?: string;
  /** As in the workbook's part: `hidden`, `veryHidden`. */
  state?: string;
  /** What stands in `sheetData`, and before and behind it. */
  rows: string;
  before?: string;
  behind?: string;
  /** Parts that belong to the sheet: the end of the relation's type, and the part's text. */
  related?: [type: string, xml: string][];
}

/** What a workbook made by hand has besides its sheets. */
export interface SmallWorkbook {
  sheets: SmallSheet[];
  /** The part of styles; left out, there is none. */
  styles?: string;
  sharedTexts?: string;
  activeTab?: number;
  /** "strict": the names of ISO's own kind of workbook (ECMA-376 part 1, annex A). */
  kind?: "usual" | "strict";
  /** A prefix for the elements of the sheets and the workbook, with its colon. */
  prefix?: string;
  /** Dates count from 1904. */
  date1904?: boolean;
  /** Numbers of the sheets in the workbook; 1, 2, … if left out. */
  sheetIds?: number[];
  /** Parts are named from the root: `/xl/worksheets/sheet1.xml`. */
  absolute?: boolean;
}

/** The bytes of a workbook that holds what is said, and no more: as other programs than Excel write it. */
export function smallWorkbook(book: SmallWorkbook): Buffer {
  const archive = new ZipArchive();
  const isStrict = book.kind === "strict";
  const [ns, rel] = isStrict
    ? [
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ]
    : [main, relations];
  const { prefix: p = "" } = book;
  const xmlns = p === "" ? `xmlns="${ns}"` : `xmlns:${p.slice(0, -1)}="${ns}"`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`;
  const all = (list: string[]) =>
    `<Relationships xmlns="${packages}/relationships">${list.join("")}</Relationships>`;
  const target = (part: string) => (book.absolute ? `/xl/${part}` : part);
  archive.store(
    "[Content_Types].xml",
    `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  archive.store("_rels/.rels", all([relation("r1", "officeDocument", "xl/workbook.xml")]));
  const links: string[] = [];
  const elements = book.sheets.map((sheet, index) => {
    const number = index + 1;
    links.push(relation(`s${number}`, "worksheet", target(`worksheets/sheet${number}.xml`)));
    archive.store(
      `xl/worksheets/sheet${number}.xml`,
      `<${p}worksheet ${xmlns} xmlns:r="${rel}">${sheet.before ?? ""}<${p}sheetData>${sheet.rows}</${p}sheetData>${sheet.behind ?? ""}</${p}worksheet>`,
    );
    const related = sheet.related ?? [];
    for (const [place, [, xml]] of related.entries())
      archive.store(`xl/parts/part${number}-${place}.xml`, xml);
    if (related.length > 0) {
      archive.store(
        `xl/worksheets/_rels/sheet${number}.xml.rels`,
        all(
          related.map(([type], place) => relation(`p${place}`, type, `../parts/part${number}-${place}.xml`)),
        ),
      );
    }
    const state = sheet.state === undefined ? "" : ` state="${sheet.state}"`;
    return `<${p}sheet name="${sheet.name ?? `Sheet${number}`}" sheetId="${book.sheetIds?.[index] ?? number}"${state} r:id="s${number}"/>`;
  });
  if (book.styles !== undefined) {
    links.push(relation("st", "styles", target("styles.xml")));
    archive.store("xl/styles.xml", book.styles);
  }
  if (book.sharedTexts !== undefined) {
    links.push(relation("ss", "sharedStrings", target("sharedStrings.xml")));
    archive.store("xl/sharedStrings.xml", `<sst xmlns="${ns}">${book.sharedTexts}</sst>`);
  }
  archive.store("xl/_rels/workbook.xml.rels", all(links));
  const properties = book.date1904 ? `<${p}workbookPr date1904="1"/>` : "";
  const views =
    book.activeTab === undefined
      ? ""
      : `<${p}bookViews><${p}workbookView activeTab="${book.activeTab}"/></${p}bookViews>`;
  archive.store(
    "xl/workbook.xml",
    `<${p}workbook ${xmlns} xmlns:r="${rel}">${properties}${views}<${p}sheets>${elements.join("")}</${p}sheets></${p}workbook>`,
  );
  return archive.toBuffer();
}

/** A part of styles with these formats of cells: the numbers of number formats, from style 0 on. */
export function stylesOf(numberFormats: number[], own = ""): string {
  const xfs = numberFormats.map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`).join("");
  return `<styleSheet xmlns="${main}">${own}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="${numberFormats.length}">${xfs}</cellXfs></styleSheet>`;
}

/** A row of texts as they stand in cells of their own. */
export function textRow(row: number, texts: string[], attributes = ""): string {
  const cells = texts.map(
    (text, index) =>
      `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}"${attributes}>${cells.join("")}</row>`;
}
