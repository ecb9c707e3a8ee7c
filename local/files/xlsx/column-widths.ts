import { sheetElements } from "./sheet-elements";
import { attribute, parseElement, startTagAt, withAttribute } from "./xml";
import type { XmlPart } from "./xml-part";

/** A sheet's width of one character of the usual font, and the space beside it, in pixels. */
const pixelsPerCharacter = 7;
const pixelsBeside = 5;
/** Excel's width of a column that nobody has set, in characters. */
const usualWidth = "9.14";

/** Pixels for a width as a file has it, in characters. */
export function pixelsOfWidth(characters: number): number {
  return Math.round(characters * pixelsPerCharacter + pixelsBeside);
}

/** A width as a file has it, in characters, for pixels. */
export function widthOfPixels(pixels: number): number {
  return Math.round(((pixels - pixelsBeside) / pixelsPerCharacter) * 100) / 100;
}

/**
 * Writes the widths (in pixels, by 1-based column) into the sheet's `cols`. One `col` element can stand for many columns: it is
 * divided if only some of them get another width.
 */
export function putColumnWidths(part: XmlPart, widths: ReadonlyMap<number, number>): void {
  putColumns(part, [...widths.keys()], (attributes, column) => {
    const sized = withAttribute(attributes, "width", String(widthOfPixels(widths.get(column) ?? 0)));
    return withAttribute(sized, "customWidth", "1");
  });
}

/** Writes the style that the empty cells of these columns have. A `col` element needs a width too. */
export function putColumnStyles(part: XmlPart, columns: readonly number[], style: number): void {
  putColumns(part, columns, (attributes) => {
    const styled = withAttribute(attributes, "style", String(style));
    return attribute(styled, "width") === null ? withAttribute(styled, "width", usualWidth) : styled;
  });
}

function putColumns(
  part: XmlPart,
  columns: readonly number[],
  change: (attributes: string, column: number) => string,
): void {
  const xml = part.child("cols");
  const spans = (xml === null ? [] : parseElement(xml).children).map((child) => spanOf(child.xml));
  for (const column of columns) {
    const index = spans.findIndex((span) => span.first <= column && column <= span.last);
    const known = spans[index] ?? { first: column, last: column, attributes: "" };
    const own = { first: column, last: column, attributes: change(known.attributes, column) };
    const pieces = [{ ...known, last: column - 1 }, own, { ...known, first: column + 1 }];
    spans.splice(
      index < 0 ? spans.length : index,
      index < 0 ? 0 : 1,
      ...pieces.filter((piece) => piece.first <= piece.last),
    );
  }
  spans.sort((a, b) => a.first - b.first);
  const { prefix } = part;
  const written = spans.map(
    ({ first, last, attributes }) => `<${prefix}col min="${first}" max="${last}"${attributes}/>`,
  );
  part.put("cols", `<${prefix}cols>${written.join("")}</${prefix}cols>`, sheetElements);
}

function spanOf(xml: string): { first: number; last: number; attributes: string } {
  const { attributes } = startTagAt(xml, 0);
  return {
    first: Number(attribute(attributes, "min")),
    last: Number(attribute(attributes, "max")),
    attributes: withAttribute(withAttribute(attributes, "min", null), "max", null),
  };
}
