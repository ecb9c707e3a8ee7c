import { type Box, parseA1 } from "../../runtime/model/a1";
import type { Sheet } from "../../runtime/model/sheet";
import type { Validation, ValidationRule } from "../../runtime/model/sheet-rules";
import { fileLimits } from "../opened-file";
import { tooMany } from "./beyond-limit";
import { pixelsOfWidth } from "./column-widths";
import { filteredRows } from "./filtered-rows";
import type { SheetSource } from "./sheet-source";
import { attribute, parseElement, startTagAt, unescapeXml } from "./xml";

const mostFileRows = 1_048_576;
const mostFileColumns = 16_384;
/** Columns that are looked at for being plain text; a sheet formatted to its edge is text there too, but nobody writes so far. */
const mostTextColumns = 200;
/** Characters of a list in a validation rule; Excel allows 255, other programs more. */
const mostListLength = 32_767;
/** A width set for more columns than this is the sheet's usual one, not somebody's choice for a column. */
const mostColumnsOfOneWidth = 50;

/**
 * Reads what a sheet's part says besides its cells: hidden rows, filter, widths, frozen rows, merged cells, validation.
 * `tables` are the parts of the sheet's tables.
 */
export function readSheetProperties(source: SheetSource, tables: readonly string[], sheet: Sheet): void {
  const { properties } = sheet;
  const hidden = hiddenRowsOf(source);
  const filter = filteredRows(source.part, tables, hidden);
  const byFilter = filter?.hiddenRows ?? new Set();
  properties.filter = filter;
  properties.hiddenRows = new Set(hidden.filter((row) => !byFilter.has(row)));
  properties.columnWidths = columnWidthsOf(source);
  properties.frozenRows = frozenRowsOf(source);
  properties.mergedRanges = mergedRangesOf(source);
  properties.validations = source.childrenOf("dataValidations").flatMap(validationsOf);
}

function mergedRangesOf(source: SheetSource): Box[] {
  const ranges = source.childrenOf("mergeCells").flatMap((merged) => {
    const range = boxOf(attribute(startTagAt(merged, 0).attributes, "ref"));
    return range === null ? [] : [range];
  });
  const { last } = source.rows;
  const rows = ranges.reduce((sum, box) => sum + Math.max(0, Math.min(box.rows, last - box.row + 1)), 0);
  if (rows > fileLimits.maxMergedRows) throw tooMany("mergedRows", fileLimits.maxMergedRows);
  return ranges;
}

/** The columns that are plain text as a whole, with the number of their style, by 1-based column. */
export function textColumnsOf(source: SheetSource, isText: (style: number) => boolean): Map<number, number> {
  const columns = new Map<number, number>();
  for (const xml of source.childrenOf("cols")) {
    const { attributes } = startTagAt(xml, 0);
    const style = Number(attribute(attributes, "style") ?? 0);
    if (style === 0 || !isText(style)) continue;
    const [first, last] = spanOf(attributes);
    for (let column = first; column <= Math.min(last, mostTextColumns); column++) columns.set(column, style);
  }
  return columns;
}

function hiddenRowsOf({ rows }: SheetSource): number[] {
  return rows.rowNumbers.filter((row) => {
    const hidden = attribute(startTagAt(rows.text(row) ?? "", 0).attributes, "hidden");
    return hidden === "1" || hidden === "true";
  });
}

function spanOf(attributes: string): [first: number, last: number] {
  const first = Number(attribute(attributes, "min"));
  const last = Number(attribute(attributes, "max"));
  const isSpan = Number.isInteger(first) && first >= 1 && last <= mostFileColumns;
  return isSpan ? [first, last] : [1, 0];
}

function columnWidthsOf(source: SheetSource): Map<number, number> {
  const widths = new Map<number, number>();
  for (const xml of source.childrenOf("cols")) {
    const { attributes } = startTagAt(xml, 0);
    const [first, last] = spanOf(attributes);
    const width = attribute(attributes, "width");
    if (width === null || last - first >= mostColumnsOfOneWidth) continue;
    for (let column = first; column <= last; column++) widths.set(column, pixelsOfWidth(Number(width)));
  }
  return widths;
}

function frozenRowsOf({ part }: SheetSource): number {
  const pane = /<(?:\w+:)?pane\b([^>]*)>/.exec(part.child("sheetViews") ?? "")?.[1] ?? "";
  return /state="frozen/.test(pane) ? Number(attribute(pane, "ySplit") ?? 0) : 0;
}

/** The validation rules that the model knows; the others stay in the file, and the local runtime does not enforce them. */
function validationsOf(xml: string): Validation[] {
  const { tag, children } = parseElement(xml);
  const [first = "", second = ""] = ["formula1", "formula2"].map((name) => {
    const formula = children.find((child) => child.name === name)?.xml ?? "";
    return unescapeXml(formula.replace(/<[^>]*>/g, ""));
  });
  const rule = ruleOf(
    attribute(tag.attributes, "type"),
    attribute(tag.attributes, "operator"),
    first,
    second,
  );
  if (rule === null) return [];
  const shown = attribute(tag.attributes, "showErrorMessage");
  const style = attribute(tag.attributes, "errorStyle") ?? "stop";
  const reject = (shown === "1" || shown === "true") && style === "stop";
  const ranges = (attribute(tag.attributes, "sqref") ?? "").split(/\s+/);
  return ranges.flatMap((range) => {
    const box = boxOf(range);
    return box === null ? [] : [{ box, rule, reject }];
  });
}

function ruleOf(
  type: string | null,
  operator: string | null,
  first: string,
  second: string,
): ValidationRule | null {
  if (type === "list") {
    const literal = /^"(.*)"$/s.exec(first);
    return literal === null || first.length > mostListLength
      ? null
      : { kind: "list", values: (literal[1] ?? "").split(",").map((value) => value.trim()) };
  }
  const [least, most] = [Number(first), Number(second)];
  const isBetween = (type === "whole" || type === "decimal") && (operator ?? "between") === "between";
  if (!isBetween || first === "" || second === "" || Number.isNaN(least) || Number.isNaN(most)) return null;
  return { kind: "numberBetween", least, most };
}

function boxOf(reference: string | null): Box | null {
  return reference === null ? null : parseA1(reference, mostFileRows, mostFileColumns);
}
