import { type Box, boxHolds, parseA1 } from "../../runtime/model/a1";
import type { Sheet } from "../../runtime/model/sheet";
import type { Validation, ValidationRule } from "../../runtime/model/sheet-rules";
import { pixelsOfWidth } from "./column-widths";
import { SheetRows } from "./sheet-rows";
import { attribute, parseElement, startTagAt, unescapeXml } from "./xml";
import { XmlPart } from "./xml-part";

const mostFileRows = 1_048_576;
const mostFileColumns = 16_384;
/** A width set for more columns than this is the sheet's usual one, not somebody's choice for a column. */
const mostColumnsOfOneWidth = 50;

/** Reads what a sheet's part says besides its cells: hidden rows, filter, widths, frozen rows, merged cells, validation. */
export function readSheetProperties(xml: string, sheet: Sheet): void {
  const part = new XmlPart(xml);
  const { properties } = sheet;
  const hidden = hiddenRowsOf(part);
  const box = boxOf(attributeOf(part, "autoFilter", "ref"));
  // A row that a filter hides and one hidden by hand are marked alike; the filter can only hide rows of its own range.
  const byFilter = hidden.filter((row) => box !== null && row > box.row && boxHolds(box, row, box.column));
  properties.filter = box === null ? null : { box, hiddenRows: new Set(byFilter) };
  properties.hiddenRows = new Set(hidden.filter((row) => !byFilter.includes(row)));
  properties.columnWidths = columnWidthsOf(part);
  properties.frozenRows = frozenRowsOf(part);
  properties.mergedRanges = childrenOf(part, "mergeCells").flatMap((merged) => {
    const range = boxOf(attribute(startTagAt(merged, 0).attributes, "ref"));
    return range === null ? [] : [range];
  });
  properties.validations = childrenOf(part, "dataValidations").flatMap(validationsOf);
}

function hiddenRowsOf(part: XmlPart): number[] {
  const data = part.child("sheetData");
  if (data === null) return [];
  const rows = new SheetRows(data);
  return rows.rowNumbers.filter((row) => {
    const hidden = attribute(startTagAt(rows.text(row) ?? "", 0).attributes, "hidden");
    return hidden === "1" || hidden === "true";
  });
}

function columnWidthsOf(part: XmlPart): Map<number, number> {
  const widths = new Map<number, number>();
  for (const xml of childrenOf(part, "cols")) {
    const { attributes } = startTagAt(xml, 0);
    const first = Number(attribute(attributes, "min"));
    const last = Number(attribute(attributes, "max"));
    const width = attribute(attributes, "width");
    if (width === null || last - first >= mostColumnsOfOneWidth) continue;
    for (let column = first; column <= last; column++) widths.set(column, pixelsOfWidth(Number(width)));
  }
  return widths;
}

function frozenRowsOf(part: XmlPart): number {
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
    return literal === null
      ? null
      : { kind: "list", values: (literal[1] ?? "").split(",").map((value) => value.trim()) };
  }
  const [least, most] = [Number(first), Number(second)];
  const isBetween = (type === "whole" || type === "decimal") && (operator ?? "between") === "between";
  if (!isBetween || first === "" || second === "" || Number.isNaN(least) || Number.isNaN(most)) return null;
  return { kind: "numberBetween", least, most };
}

function childrenOf(part: XmlPart, name: string): string[] {
  const xml = part.child(name);
  return xml === null
    ? []
    : parseElement(xml).children.flatMap((child) => (child.name === "" ? [] : [child.xml]));
}

function attributeOf(part: XmlPart, name: string, attributeName: string): string | null {
  const xml = part.child(name);
  return xml === null ? null : attribute(startTagAt(xml, 0).attributes, attributeName);
}

function boxOf(reference: string | null): Box | null {
  return reference === null ? null : parseA1(reference, mostFileRows, mostFileColumns);
}
