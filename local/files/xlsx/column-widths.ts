import { sheetElements } from "./sheet-elements";
import { attribute, parseElement, startTagAt, withAttribute } from "./xml";
import type { XmlPart } from "./xml-part";

/** A sheet's width of one character of the usual font, and the space beside it, in pixels. */
const pixelsPerCharacter = 7;
const pixelsBeside = 5;

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
 * divided where only some of them get another width.
 */
export function putColumnWidths(part: XmlPart, widths: ReadonlyMap<number, number>): void {
  const xml = part.child("cols");
  const spans = (xml === null ? [] : parseElement(xml).children).map((child) => spanOf(child.xml));
  for (const [column, pixels] of widths) {
    const index = spans.findIndex((span) => span.first <= column && column <= span.last);
    const known = index < 0 ? { first: column, last: column, attributes: "" } : spans[index];
    if (known === undefined) continue;
    const sized = withAttribute(known.attributes, "width", String(widthOfPixels(pixels)));
    const own = { first: column, last: column, attributes: withAttribute(sized, "customWidth", "1") };
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
