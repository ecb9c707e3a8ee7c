import { fileLimits } from "../opened-file";
import { tooMany } from "./beyond-limit";
import { SheetRows } from "./sheet-rows";
import { hasMore, parseElement } from "./xml";
import { XmlPart } from "./xml-part";

/** A sheet as it stands in its file: read once, for its cells, its other properties and its writing. */
export class SheetSource {
  readonly part: XmlPart;
  readonly rows: SheetRows;

  /** @throws Error if the text is not well-formed; BeyondLimit if it holds more than is opened. */
  constructor(readonly xml: string) {
    const { maxFileRows, maxCells } = fileLimits;
    if (hasMore(xml, "row", maxFileRows)) throw tooMany("rows", maxFileRows + 1);
    if (hasMore(xml, "c", maxCells)) throw tooMany("cells", maxCells + 1);
    this.part = new XmlPart(xml);
    this.rows = new SheetRows(this.part.child("sheetData") ?? "<sheetData/>");
    if (this.part.children.length > fileLimits.maxElements)
      throw tooMany("elements", this.part.children.length);
  }

  /** The elements in the first element of that name, as text. */
  childrenOf(name: string): string[] {
    const xml = this.part.child(name);
    if (xml === null) return [];
    const children = parseElement(xml).children.flatMap((child) => (child.name === "" ? [] : [child.xml]));
    if (name === "mergeCells" && children.length > fileLimits.maxMerges) {
      throw tooMany("merged ranges", children.length);
    }
    if (children.length > fileLimits.maxElements) throw tooMany(`elements in ${name}`, children.length);
    return children;
  }
}
