import { columnLetters } from "../../runtime/model/a1";
import { columnOf } from "./sheet-rows";
import { attribute, plainXml } from "./xml";

/** What a cell's start tag says, and whether the cell has a formula without a result. */
export interface CellMark {
  readonly column: number;
  /** The number of its style. */
  readonly style: number;
  /** True if it holds anything but looks. */
  readonly hasContent: boolean;
  /** True for a formula that no program has computed yet. */
  readonly notComputed: boolean;
  /** The place of its text among the workbook's shared texts; null if it is none of these. */
  readonly sharedText: number | null;
}

/** A row for the reader of cells: every cell with its reference and nothing that the reader's patterns stumble over. */
export interface PreparedRow {
  readonly marks: readonly CellMark[];
  /** The cells that are no shared texts, as a row; empty if there are none. */
  readonly xml: string;
}

/** Columns that a workbook can have, up to XFD. */
const mostFileColumns = 16_384;

const cellTag = /<(?:[\w.-]+:)?c(?=[\s/>])((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const usualAttributes = /^ r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?$/;
const formula = /<(?:[\w.-]+:)?f[\s/>]/;
const sharedPlace = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>\s*(\d+)\s*</;
const result = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>[^<]/;

/** Takes the start tags of a row's cells apart. `source` is one whole `row` element. */
export function prepareRow(source: string, rowNumber: number): PreparedRow {
  const rowXml = plainXml(source);
  const marks: CellMark[] = [];
  const parts: string[] = [];
  let previous = 0;
  const tags = [...rowXml.matchAll(cellTag)];
  for (const [index, { 0: tag, 1: attributes = "", 2: slash, index: start = 0 }] of tags.entries()) {
    const end = tags[index + 1]?.index ?? rowXml.length;
    const usual = usualAttributes.exec(attributes);
    const reference = usual?.[1] ?? attribute(attributes, "r");
    const style = (usual === null ? attribute(attributes, "s") : usual[2]) ?? "0";
    const type = usual === null ? attribute(attributes, "t") : (usual[3] ?? null);
    const column = reference === null ? previous + 1 : columnOf(reference);
    if (column <= previous && marks.some((mark) => mark.column === column)) throw new Error("damaged cell");
    previous = column;
    if (previous < 1 || previous > mostFileColumns || (type !== null && !/^\w+$/.test(type))) {
      throw new Error("damaged cell");
    }
    const content = slash === "/" ? "" : rowXml.slice(start + tag.length, end);
    const hasContent = /<(?:[\w.-]+:)?(?:v|is|f)[\s/>]/.test(content);
    const sharedText = type === "s" && hasContent ? (sharedPlace.exec(content)?.[1] ?? "") : null;
    if (sharedText === "") throw new Error("damaged cell");
    marks.push({
      column: previous,
      style: Number(style),
      hasContent,
      sharedText: sharedText === null ? null : Number(sharedText),
      notComputed: hasContent && type === null && formula.test(content) && !result.test(content),
    });
    if (!hasContent || sharedText !== null) continue;
    const typed = type === null ? "" : ` t="${type}"`;
    parts.push(`<c r="${columnLetters(previous)}${rowNumber}"${typed}>${withoutRow(content)}`);
  }
  return { marks, xml: parts.length === 0 ? "" : `<row r="${rowNumber}">${parts.join("")}</row>` };
}

/** The last cell's text reaches to the end of the row element. */
function withoutRow(content: string): string {
  return content.replace(/<\/(?:[\w.-]+:)?row\s*>\s*$/, "");
}
