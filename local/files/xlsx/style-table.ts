import type { Cell } from "../../runtime/model/cell";
import type { ConditionalFormat } from "../../runtime/model/sheet-rules";
import { attribute, escapeXml, parseElement, withAttribute } from "./xml";
import { XmlPart } from "./xml-part";

/** The looks of a cell that are written into a file. */
export type Looks = Pick<Cell, "numberFormat" | "background" | "fontColor" | "fontWeight" | "wrap">;

/** The order of the elements in a part of styles (ECMA-376 part 1, CT_Stylesheet). */
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
/** Numbers of number formats below this one are Excel's own. */
const firstOwnNumberFormat = 164;

/** The part of styles: gives numbers for the looks of cells, adding what is not there yet. */
export class StyleTable {
  private readonly part: XmlPart;
  private readonly derived = new Map<string, number>();
  /** True once something was added. */
  changed = false;

  constructor(xml: string) {
    this.part = new XmlPart(xml);
  }

  toString(): string {
    return this.part.toString();
  }

  /** The number of the style that is like `base`, but for the given looks. */
  withLooks(base: number, looks: Partial<Looks>): number {
    const key = `${base} ${JSON.stringify(looks)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const style = this.add("cellXfs", this.changedFormat(base, looks));
    this.derived.set(key, style);
    return style;
  }

  /** The number of the differential style of a conditional format. */
  differentialStyle(format: Pick<ConditionalFormat, "background" | "fontColor" | "bold">): number {
    const { background, fontColor, bold } = format;
    const font = `${bold === null ? "" : bold ? this.tag("b/") : this.tag('b val="0"/')}${
      fontColor === null ? "" : this.color("color", fontColor)
    }`;
    const fill =
      background === null
        ? ""
        : this.wrap("fill", this.wrap("patternFill", this.color("bgColor", background)));
    const xml = this.wrap("dxf", `${font === "" ? "" : this.wrap("font", font)}${fill}`);
    const known = this.items("dxfs").indexOf(xml);
    return known >= 0 ? known : this.add("dxfs", xml);
  }

  /** The differential style of that number, as text; "" when there is none. */
  differentialXml(index: number): string {
    return this.items("dxfs")[index] ?? "";
  }

  private changedFormat(base: number, looks: Partial<Looks>): string {
    const formats = this.items("cellXfs");
    const { tag, children } = parseElement(
      formats[base] ?? formats[0] ?? this.tag('xf numFmtId="0" fontId="0" fillId="0" borderId="0"/'),
    );
    let { attributes } = tag;
    const set = (name: string, value: number, applied: string) => {
      attributes = withAttribute(withAttribute(attributes, name, String(value)), applied, "1");
    };
    if (looks.numberFormat !== undefined)
      set("numFmtId", this.numberFormat(looks.numberFormat), "applyNumberFormat");
    if (looks.background !== undefined) set("fillId", this.fill(looks.background), "applyFill");
    if (looks.fontColor !== undefined || looks.fontWeight !== undefined) {
      set("fontId", this.font(Number(attribute(attributes, "fontId") ?? 0), looks), "applyFont");
    }
    let inner = children;
    if (looks.wrap !== undefined) {
      attributes = withAttribute(attributes, "applyAlignment", "1");
      const alignment = inner.find(({ name }) => name === "alignment");
      const known = alignment === undefined ? "" : parseElement(alignment.xml).tag.attributes;
      const xml = this.tag(`alignment${withAttribute(known, "wrapText", looks.wrap ? "1" : null)}/`);
      inner = [{ name: "alignment", xml }, ...inner.filter((child) => child !== alignment)];
    }
    const content = inner.map(({ xml }) => xml).join("");
    return this.wrap("xf", content, attributes);
  }

  private numberFormat(pattern: string): number {
    if (pattern === "General") return 0;
    if (pattern === "@") return 49;
    let next = firstOwnNumberFormat;
    for (const xml of this.items("numFmts")) {
      const { attributes } = parseElement(xml).tag;
      const id = Number(attribute(attributes, "numFmtId"));
      if (attribute(attributes, "formatCode") === pattern) return id;
      next = Math.max(next, id + 1);
    }
    this.add("numFmts", this.tag(`numFmt numFmtId="${next}" formatCode="${escapeXml(pattern)}"/`));
    return next;
  }

  private fill(background: string): number {
    // White is what a cell without a fill shows: the first fill of every workbook is "none".
    if (background === "#ffffff") return 0;
    const color = `${this.color("fgColor", background)}${this.tag('bgColor indexed="64"/')}`;
    const xml = this.wrap("fill", this.wrap("patternFill", color, ' patternType="solid"'));
    const known = this.items("fills").indexOf(xml);
    return known >= 0 ? known : this.add("fills", xml);
  }

  /** The font like the one of that number in another colour or weight. Its children have an order: bold first. */
  private font(base: number, looks: Partial<Looks>): number {
    const xml = this.items("fonts")[base] ?? this.tag("font/");
    let children = parseElement(xml).children;
    if (looks.fontWeight !== undefined) {
      children = children.filter(({ name }) => name !== "b");
      if (looks.fontWeight === "bold") children.unshift({ name: "b", xml: this.tag("b/") });
    }
    if (looks.fontColor !== undefined) {
      const color = { name: "color", xml: this.color("color", looks.fontColor) };
      const later = children.findIndex(({ name }) =>
        ["name", "family", "charset", "scheme", "color"].includes(name),
      );
      const place = later < 0 ? children.length : later;
      const before = children.slice(0, place);
      const behind = children.slice(place).filter(({ name }) => name !== "color");
      children = [...before, color, ...behind];
    }
    return this.add("fonts", this.wrap("font", children.map((child) => child.xml).join("")));
  }

  private color(name: string, hex: string): string {
    return this.tag(`${name} rgb="FF${hex.slice(1).toUpperCase()}"/`);
  }

  private tag(content: string): string {
    return `<${this.part.prefix}${content}>`;
  }

  private wrap(name: string, inner: string, attributes = ""): string {
    const { prefix } = this.part;
    return `<${prefix}${name}${attributes}>${inner}</${prefix}${name}>`;
  }

  private items(list: string): string[] {
    const xml = this.part.child(list);
    return xml === null ? [] : parseElement(xml).children.map((child) => child.xml);
  }

  /** Adds an item to a list, and gives its number in it. */
  private add(list: string, xml: string): number {
    const items = [...this.items(list), xml];
    const known = this.part.child(list);
    const attributes = known === null ? "" : parseElement(known).tag.attributes;
    this.part.put(
      list,
      this.wrap(list, items.join(""), withAttribute(attributes, "count", String(items.length))),
      order,
    );
    this.changed = true;
    return items.length - 1;
  }
}
