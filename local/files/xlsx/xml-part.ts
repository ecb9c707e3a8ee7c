import { type Element, type Parsed, parseElement, type StartTag } from "./xml";

/**
 * A part of a workbook (a sheet, the styles, …): its root and the elements right under it, in order. What nobody touches is
 * written as it was read.
 */
export class XmlPart {
  private readonly tag: StartTag;
  private readonly opening: string;
  readonly children: Element[];

  /** Throws an Error if the text is not well-formed. */
  constructor(source: string | XmlPart) {
    if (source instanceof XmlPart) {
      this.tag = source.tag;
      this.opening = source.opening;
      this.children = [...source.children];
      return;
    }
    const { tag, children }: Parsed = parseElement(source, rootPosition(source));
    const opening = source.slice(0, tag.end);
    this.tag = tag;
    this.opening = tag.selfClosing ? opening.replace(/\s*\/>$/, ">") : opening;
    this.children = children;
  }

  /** The same part once more, to be changed without this one changing. */
  copy(): XmlPart {
    return new XmlPart(this);
  }

  /** The namespace prefix of the root with its colon, to be written before the names of new elements; mostly "". */
  get prefix(): string {
    return this.tag.prefix === "" ? "" : `${this.tag.prefix}:`;
  }

  /** The first element of that name, as text; null when there is none. */
  child(name: string): string | null {
    return this.children.find((child) => child.name === name)?.xml ?? null;
  }

  /**
   * Puts an element in place of the first one of its name, or, if there is none, before the first that comes later in
   * `order`: Excel refuses parts whose elements are not in the order of the standard.
   */
  put(name: string, xml: string, order: readonly string[]): void {
    const known = this.children.findIndex((child) => child.name === name);
    if (known >= 0) this.children[known] = { name, xml };
    else this.insert(name, xml, order);
  }

  /** Adds an element behind those of its name. */
  insert(name: string, xml: string, order: readonly string[]): void {
    const later = new Set(order.slice(order.indexOf(name) + 1));
    const index = this.children.findIndex((child) => later.has(child.name));
    this.children.splice(index < 0 ? this.children.length : index, 0, { name, xml });
  }

  toString(): string {
    const name = `${this.prefix}${this.tag.name}`;
    return `${this.opening}${this.children.map(({ xml }) => xml).join("")}</${name}>`;
  }
}

function rootPosition(xml: string): number {
  const match = /<[A-Za-z_]/.exec(xml);
  if (match === null) throw new Error("damaged xml");
  return match.index;
}
