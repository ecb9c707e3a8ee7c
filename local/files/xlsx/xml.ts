import { fileLimits } from "../opened-file";
import { BeyondLimit } from "./beyond-limit";

/** One element of a part, as text, with its name without a namespace prefix. Comments and the like have the name "". */
export interface Element {
  readonly name: string;
  readonly xml: string;
}

const startTag =
  /<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;

/** A start tag, taken apart. `end` is where the text after it begins. */
export interface StartTag {
  readonly prefix: string;
  readonly name: string;
  readonly attributes: string;
  readonly selfClosing: boolean;
  readonly end: number;
}

/** The start tag at `position`; throws if there is none. */
export function startTagAt(xml: string, position: number): StartTag {
  startTag.lastIndex = position;
  const match = startTag.exec(xml);
  if (match === null) throw new Error("damaged xml");
  const [, prefix = "", name = "", attributes = "", slash] = match;
  return { prefix, name, attributes, selfClosing: slash === "/", end: startTag.lastIndex };
}

/** An element taken apart one level deep: its start tag, and the elements in it. Text between these is left out. */
export interface Parsed {
  readonly tag: StartTag;
  readonly children: Element[];
}

/** Takes an element apart. @throws Error if the text is not well-formed; BeyondLimit if there are more than are opened. */
export function parseElement(xml: string, position = 0): Parsed {
  const { maxElements } = fileLimits;
  const tag = startTagAt(xml, position);
  const children: Element[] = [];
  for (const child of elementsIn(xml, tag)) {
    if (children.length === maxElements)
      throw new BeyondLimit((words, name) => words.tooManyElements(name, tag.name, maxElements));
    children.push(child);
  }
  return { tag, children };
}

/** The elements in the one with that start tag, one after the other. @throws Error if the text is not well-formed. */
export function* elementsIn(xml: string, tag: StartTag): Generator<Element> {
  if (tag.selfClosing) return;
  for (let place = xml.indexOf("<", tag.end); ; place = xml.indexOf("<", place)) {
    if (place < 0) throw new Error("damaged xml");
    if (xml.startsWith("</", place)) return;
    const end = elementEnd(xml, place);
    const name = /^<[!?]/.test(xml.slice(place, place + 2)) ? "" : startTagAt(xml, place).name;
    yield { name, xml: xml.slice(place, end) };
    place = end;
  }
}

/** Where the element, comment or processing instruction that begins at `position` ends. */
function elementEnd(xml: string, position: number): number {
  for (const [opening, closing] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const) {
    if (xml.startsWith(opening, position)) return after(xml, closing, position);
  }
  const tag = startTagAt(xml, position);
  if (tag.selfClosing) return tag.end;
  const qualified = tag.prefix === "" ? tag.name : `${tag.prefix}:${tag.name}`;
  const [opening, closing] = [`<${qualified}`, `</${qualified}`];
  let depth = 1;
  for (let place = tag.end; ; ) {
    const close = xml.indexOf(closing, place);
    if (close < 0) throw new Error("damaged xml");
    // Only up to there: nested elements, and many names, would otherwise take time by the square of their number.
    const inner = xml.slice(place, close);
    for (let open = inner.indexOf(opening); open >= 0; open = inner.indexOf(opening, open + 1)) {
      const isSameName = /[\s/>]/.test(inner[open + opening.length] ?? "");
      if (isSameName && !startTagAt(inner, open).selfClosing) depth++;
    }
    place = after(xml, ">", close);
    const isSameName = /[\s>]/.test(xml[close + closing.length] ?? "");
    if (isSameName && --depth === 0) return place;
  }
}

/** Tells if an xml text has more elements of a name, whatever their prefix, than `limit`. */
export function hasMore(xml: string, name: string, limit: number): boolean {
  // The shortest element, `<c/>`, has three characters besides its name.
  if (xml.length < limit * (name.length + 3)) return false;
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`, "g");
  let count = 0;
  while (tag.test(xml)) if (++count > limit) return true;
  return false;
}

function after(xml: string, text: string, position: number): number {
  const place = xml.indexOf(text, position);
  if (place < 0) throw new Error("damaged xml");
  return place + text.length;
}

/** An attribute's value in a tag's attributes; null when it is not there. `name` with its prefix, if it has one. */
export function attribute(attributes: string, name: string): string | null {
  const match = patternOf(name).exec(attributes);
  return match === null ? null : unescapeXml(match[1] ?? match[2] ?? "");
}

/** The attributes with one of them set, or taken away if `value` is null. */
export function withAttribute(attributes: string, name: string, value: string | null): string {
  const rest = attributes.includes(name) ? attributes.replace(patternOf(name), "") : attributes;
  return value === null ? rest : `${rest} ${name}="${escapeXml(value)}"`;
}

/** By name: made once for all cells of a sheet. */
const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(?:^|\\s+)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  return pattern;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      return entities[name ?? ""] ?? whole;
    },
  );
}

/**
 * The same xml without comments and CDATA sections, and with characters beyond the first plane as themselves: SheetJS takes
 * what looks like a tag in the former for one, and cuts the numbers of the latter to 16 bits.
 */
export function plainXml(xml: string): string {
  const open = xml.includes("<!")
    ? withSections(
        withSections(xml, "<!--", "-->", () => ""),
        "<![CDATA[",
        "]]>",
        escapeXml,
      )
    : xml;
  if (!open.includes("&#")) return open;
  return open.replace(/&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The text with its sections of a kind changed. Not by a pattern: it would search the rest for each that never ends. */
function withSections(
  xml: string,
  opening: string,
  closing: string,
  change: (inner: string) => string,
): string {
  let changed = "";
  let from = 0;
  for (let open = xml.indexOf(opening); open >= 0; open = xml.indexOf(opening, from)) {
    const inner = open + opening.length;
    const end = after(xml, closing, inner);
    changed += xml.slice(from, open) + change(xml.slice(inner, end - closing.length));
    from = end;
  }
  return changed + xml.slice(from);
}

/** Text for an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * Text for a cell. What xml cannot hold is written as `_xHHHH_`, and what looks like that is kept from being read as it
 * (ECMA-376 part 1, section 22.9.2.19, ST_Xstring).
 */
export function escapeCellText(text: string): string {
  const coded = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that xml cannot hold.
    .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu, (character) => `_x${hex4(character)}_`);
  return escapeXml(coded);
}

function hex4(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
