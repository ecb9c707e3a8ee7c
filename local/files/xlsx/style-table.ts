import type { Cell } from "../../runtime/model/cell";
import { untouchedCell } from "../../runtime/model/cell";
import type { ConditionalFormat } from "../../runtime/model/sheet-rules";
import { builtInFormat } from "./number-formats";
import { hexOf } from "./theme-colors";
import { attribute, escapeXml, parseElement, startTagAt, withAttribute } from "./xml";
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

/** What a part of styles holds at least, in the order in which the lists are made (ECMA-376 part 1, 18.8). */
const leastItems: readonly (readonly [list: string, items: readonly string[]])[] = [
  ["fonts", ["font/"]],
  ["fills", ["none", "gray125"]],
  ["borders", ["border/"]],
  ["cellStyleXfs", ['xf numFmtId="0" fontId="0" fillId="0" borderId="0"/']],
  ["cellXfs", ['xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/']],
];

/** The part of styles: tells the looks of cells by number, and gives numbers for looks, adding what is not there yet. */
export class StyleTable {
  private readonly part: XmlPart;
  private readonly theme: readonly string[];
  private readonly derived = new Map<string, number>();
  private readonly readLooks: Looks[] = [];
  /** Patterns of the workbook's own by number, once they are asked for. */
  private ownFormats: Map<number, string> | null = null;
  private readonly lists = new Map<string, string[]>();
  /** True once something was added. */
  changed = false;

  /** `theme` gives the theme's colors by number. */
  constructor(xml: string, theme: readonly string[] = []) {
    this.part = new XmlPart(xml);
    this.theme = theme;
  }

  /** The looks of the style of that number; those of an untouched cell if there is none. */
  looks(style: number): Looks {
    const known = this.readLooks[style];
    if (known !== undefined) return known;
    const xml = this.items("cellXfs")[style];
    const looks = xml === undefined ? lookless : this.looksOf(xml);
    this.readLooks[style] = looks;
    return looks;
  }

  private looksOf(xml: string): Looks {
    const { tag, children } = parseElement(xml);
    const number = (name: string) => Number(attribute(tag.attributes, name) ?? 0);
    const font = this.items("fonts")[number("fontId")] ?? "";
    const fill = this.items("fills")[number("fillId")] ?? "";
    const alignment = children.find(({ name }) => name === "alignment")?.xml ?? "";
    const bold = /<(?:[\w.-]+:)?b(?:\s+val="(\w+)")?\s*\/>/.exec(font);
    const isSolid = /patternType=["']solid["']/.test(fill);
    const wrap = alignment === "" ? null : attribute(startTagAt(alignment, 0).attributes, "wrapText");
    return {
      numberFormat: this.formatOf(number("numFmtId")),
      background: (isSolid ? this.colorIn(fill, "fgColor") : null) ?? untouchedCell.background,
      fontColor: this.colorIn(font, "color") ?? untouchedCell.fontColor,
      fontWeight: bold !== null && bold[1] !== "0" && bold[1] !== "false" ? "bold" : "normal",
      wrap: wrap === "1" || wrap === "true",
    };
  }

  private colorIn(xml: string, name: string): string | null {
    const attributes = new RegExp(`<(?:[\\w.-]+:)?${name}\\b([^>]*)>`).exec(xml)?.[1];
    return attributes === undefined ? null : hexOf(attributes, this.theme);
  }

  private formatOf(id: number): string {
    this.ownFormats ??= new Map(
      this.items("numFmts").map((xml) => {
        const { attributes } = startTagAt(xml, 0);
        return [Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") || "General"];
      }),
    );
    return this.ownFormats.get(id) ?? builtInFormat(id);
  }

  toString(): string {
    return this.part.toString();
  }

  /** The number of the style that is like `base`, but for the given looks. */
  withLooks(base: number, looks: Partial<Looks>): number {
    if (!this.changed) this.addWhatIsLeast();
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

  /** The items of a list; an unknown number is asked for once for each of thousands of cells, so they are kept. */
  private items(list: string): readonly string[] {
    const known = this.lists.get(list);
    if (known !== undefined) return known;
    const xml = this.part.child(list);
    const read = xml === null ? [] : parseElement(xml).children;
    const items = read.filter(({ name }) => name !== "").map((child) => child.xml);
    this.lists.set(list, items);
    return items;
  }

  /** Some programs write no styles, or a part without lists; a style that is added needs what it builds on. */
  private addWhatIsLeast(): void {
    this.changed = true;
    for (const [list, items] of leastItems) {
      if (this.items(list).length > 0) continue;
      const xml = items.map((item) =>
        list === "fills" ? this.wrap("fill", this.tag(`patternFill patternType="${item}"/`)) : this.tag(item),
      );
      this.putList(list, xml);
    }
  }

  /** Adds an item to a list, and gives its number in it. */
  private add(list: string, xml: string): number {
    if (!this.changed) this.addWhatIsLeast();
    const items = [...this.items(list), xml];
    this.putList(list, items);
    return items.length - 1;
  }

  private putList(list: string, items: string[]): void {
    const known = this.part.child(list);
    const attributes = known === null ? "" : parseElement(known).tag.attributes;
    this.part.put(
      list,
      this.wrap(list, items.join(""), withAttribute(attributes, "count", String(items.length))),
      order,
    );
    this.lists.set(list, items);
  }
}

const lookless: Looks = {
  numberFormat: untouchedCell.numberFormat,
  background: untouchedCell.background,
  fontColor: untouchedCell.fontColor,
  fontWeight: untouchedCell.fontWeight,
  wrap: untouchedCell.wrap,
};
