import { boxName, cellName, parseA1 } from "../../runtime/model/a1";
import { type ConditionalFormat, constantTruth } from "../../runtime/model/sheet-rules";
import { sheetElements } from "./sheet-elements";
import type { StyleTable } from "./style-table";
import { attribute, escapeXml, parseElement, startTagAt, unescapeXml } from "./xml";
import type { XmlPart } from "./xml-part";

/** A conditional format of a file that the model can express, and the element that it was read from. */
export interface FileFormat {
  readonly format: ConditionalFormat;
  readonly xml: string;
}

/**
 * The sheet's conditional formats that the model knows: the text starts with, or is, something, or a formula compares two
 * constants. All others stay in the file, unread. An element with several rules stays unread as a whole.
 */
export function readConditionalFormats(part: XmlPart, styles: StyleTable): FileFormat[] {
  return part.children.flatMap(({ name, xml }) => {
    const format = name === "conditionalFormatting" ? readFormat(xml, styles) : null;
    return format === null ? [] : [{ format, xml }];
  });
}

/** Makes the sheet's known formats those of the model: what is gone is taken out, what is new is added. */
export function putConditionalFormats(
  part: XmlPart,
  opened: readonly FileFormat[],
  formats: readonly ConditionalFormat[],
  styles: StyleTable,
): void {
  const wanted = new Set(formats.map(identity));
  const known = new Set(opened.map(({ format }) => identity(format)));
  const gone = new Set(opened.filter(({ format }) => !wanted.has(identity(format))).map(({ xml }) => xml));
  const kept = part.children.filter(({ xml }) => !gone.has(xml));
  part.children.splice(0, part.children.length, ...kept);
  let priority = highestPriority(part);
  for (const format of formats) {
    if (known.has(identity(format))) continue;
    part.insert("conditionalFormatting", formatXml(format, ++priority, part.prefix, styles), sheetElements);
  }
}

function identity(format: ConditionalFormat): string {
  const { boxes, criteria, text, background, fontColor, bold } = format;
  return JSON.stringify([boxes.map(boxName), criteria, text, background, fontColor, bold]);
}

function formatXml(format: ConditionalFormat, priority: number, prefix: string, styles: StyleTable): string {
  const { boxes, criteria, text } = format;
  const reference = boxes.map(boxName).join(" ");
  const first = boxes[0] === undefined ? "A1" : cellName(boxes[0].row, boxes[0].column);
  const condition = conditionXml(criteria, text, first);
  const style = styles.differentialStyle(format);
  return (
    `<${prefix}conditionalFormatting sqref="${reference}">` +
    `<${prefix}cfRule ${condition.attributes} dxfId="${style}" priority="${priority}">` +
    `<${prefix}formula>${escapeXml(condition.formula)}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`
  );
}

function conditionXml(criteria: ConditionalFormat["criteria"], text: string, firstCell: string) {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (criteria) {
    case "CUSTOM_FORMULA":
      return { attributes: 'type="expression"', formula: text.replace(/^=/, "") };
    case "TEXT_EQUAL_TO":
      return { attributes: 'type="cellIs" operator="equal"', formula: quoted };
    default:
      return {
        attributes: `type="beginsWith" operator="beginsWith" text="${escapeXml(text)}"`,
        formula: `LEFT(${firstCell},LEN(${quoted}))=${quoted}`,
      };
  }
}

function readFormat(xml: string, styles: StyleTable): ConditionalFormat | null {
  const { tag, children } = parseElement(xml);
  const rule = children[0];
  if (rule === undefined || children.length > 1 || rule.name !== "cfRule") return null;
  const boxes = (attribute(tag.attributes, "sqref") ?? "")
    .split(/\s+/)
    .map((name) => parseA1(name, 1_048_576, 16_384));
  if (boxes.length === 0 || boxes.some((box) => box === null)) return null;
  const condition = readCondition(rule.xml);
  if (condition === null) return null;
  const style = attribute(startTagAt(rule.xml, 0).attributes, "dxfId");
  const looks = readDifferentialStyle(style === null ? "" : styles.differentialXml(Number(style)));
  return { boxes: boxes.filter((box) => box !== null), ...condition, ...looks };
}

function readCondition(xml: string): Pick<ConditionalFormat, "criteria" | "text"> | null {
  const { tag, children } = parseElement(xml);
  const type = attribute(tag.attributes, "type");
  const text = attribute(tag.attributes, "text");
  if (type === "beginsWith" && text !== null) return { criteria: "TEXT_STARTS_WITH", text };
  const formula = unescapeXml(
    (children.find(({ name }) => name === "formula")?.xml ?? "").replace(/<[^>]*>/g, ""),
  );
  if (type === "expression" && constantTruth(`=${formula}`) !== null)
    return { criteria: "CUSTOM_FORMULA", text: `=${formula}` };
  if (type !== "cellIs" || attribute(tag.attributes, "operator") !== "equal") return null;
  const literal = /^"((?:[^"]|"")*)"$/.exec(formula);
  return literal === null
    ? null
    : { criteria: "TEXT_EQUAL_TO", text: (literal[1] ?? "").replaceAll('""', '"') };
}

function readDifferentialStyle(xml: string): Pick<ConditionalFormat, "background" | "fontColor" | "bold"> {
  const color = (pattern: RegExp) => {
    const match = pattern.exec(xml);
    return match === null ? null : `#${(match[1] ?? "").toLowerCase()}`;
  };
  const bold = /<(?:\w+:)?b(?:\s+val="(\w+)")?\s*\/>/.exec(xml);
  return {
    background: color(/<(?:\w+:)?bgColor\s+rgb="[0-9A-Fa-f]{2}([0-9A-Fa-f]{6})"/),
    fontColor: color(/<(?:\w+:)?color\s+rgb="[0-9A-Fa-f]{2}([0-9A-Fa-f]{6})"/),
    bold: bold === null ? null : bold[1] !== "0",
  };
}

function highestPriority(part: XmlPart): number {
  const priorities = part.children
    .filter(({ name }) => name === "conditionalFormatting")
    .flatMap(({ xml }) => parseElement(xml).children)
    .map(({ xml }) => Number(attribute(startTagAt(xml, 0).attributes, "priority") ?? 0));
  return Math.max(0, ...priorities);
}
