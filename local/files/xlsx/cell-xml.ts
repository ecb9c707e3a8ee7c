import { cellName } from "../../runtime/model/a1";
import { type Cell, isCellError, untouchedCell } from "../../runtime/model/cell";
import type { Looks, StyleTable } from "./style-table";
import { attribute, escapeCellText, escapeXml, startTagAt, withAttribute } from "./xml";

/** The days between the two date systems that a workbook can use. */
export const daysTo1904 = 1462;

/** What every cell of a workbook is written with. */
export interface CellContext {
  readonly styles: StyleTable;
  /** Before the names of elements, with its colon; mostly "". */
  readonly prefix: string;
  /** Dates count from 1904 in this workbook, as old Macs had it. */
  readonly date1904: boolean;
  /** True for a number format that shows dates. */
  readonly showsDate: (numberFormat: string) => boolean;
}

const lookNames = ["numberFormat", "background", "fontColor", "fontWeight", "wrap"] as const;

/** Whether the cell's value or formula is another than it was. A note or the looks do not count. */
export function contentChanged(cell: Cell, opened: Cell): boolean {
  return cell.value !== opened.value || cell.formula !== opened.formula;
}

/**
 * The cell as it has to stand in the file: `xml` is how it stood there ("" if it did not), `opened` how it was then. The looks
 * that nobody changed, borders and the like included, stay; so does the content, if only the looks changed.
 */
export function cellXml(
  place: { row: number; column: number },
  cell: Cell,
  opened: Cell,
  xml: string,
  context: CellContext,
): string {
  const { prefix } = context;
  const known = xml === "" ? "" : startTagAt(xml, 0).attributes;
  const looks = changedLooks(cell, opened);
  const styled = looks === null ? known : withStyle(known, looks, context.styles);
  const named = withAttribute(styled, "r", cellName(place.row, place.column));
  if (xml !== "" && !contentChanged(cell, opened)) {
    const { end, selfClosing } = startTagAt(xml, 0);
    return `<${prefix}c${named}${selfClosing ? "/>" : `>${xml.slice(end)}`}`;
  }
  // `vm` and `cm` point to what belonged to the old content (ECMA-376 part 1, CT_Cell).
  const attributes = ["t", "vm", "cm"].reduce((rest, name) => withAttribute(rest, name, null), named);
  const { type, inner } = contentXml(cell, context);
  if (inner === "") return `<${prefix}c${attributes}/>`;
  return `<${prefix}c${withAttribute(attributes, "t", type)}>${inner}</${prefix}c>`;
}

function changedLooks(cell: Cell, opened: Cell): Partial<Looks> | null {
  const changed = lookNames.filter((name) => cell[name] !== opened[name]);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, cell[name]]));
}

function withStyle(attributes: string, looks: Partial<Looks>, styles: StyleTable): string {
  const style = styles.withLooks(Number(attribute(attributes, "s") ?? 0), looks);
  return withAttribute(attributes, "s", String(style));
}

function contentXml(cell: Cell, context: CellContext): { type: string | null; inner: string } {
  const { value, formula } = cell;
  const { prefix } = context;
  const element = (name: string, text: string) => `<${prefix}${name}>${text}</${prefix}${name}>`;
  // What the formula comes to is for the program that opens the file to compute.
  if (formula !== null) return { type: null, inner: element("f", escapeXml(formula.slice(1))) };
  if (value === null) return { type: null, inner: "" };
  if (typeof value === "boolean") return { type: "b", inner: element("v", value ? "1" : "0") };
  if (isCellError(value)) return { type: "e", inner: element("v", escapeXml(value.error)) };
  if (typeof value === "number") {
    const shift = context.date1904 && context.showsDate(cell.numberFormat) ? daysTo1904 : 0;
    return { type: null, inner: element("v", String(value - shift)) };
  }
  const text = `<${prefix}t xml:space="preserve">${escapeCellText(value)}</${prefix}t>`;
  return { type: "inlineStr", inner: element("is", text) };
}

/** True for a cell that a file need not hold. */
export function isUntouched(cell: Cell): boolean {
  return (
    cell === untouchedCell ||
    (!contentChanged(cell, untouchedCell) && changedLooks(cell, untouchedCell) === null)
  );
}
