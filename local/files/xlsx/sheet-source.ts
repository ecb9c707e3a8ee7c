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
    const { maxCells } = fileLimits;
    if (hasMore(xml, "c", maxCells)) throw tooMany("cells", maxCells);
    this.part = new XmlPart(xml);
    refuseManyRanges(this.part);
    this.rows = new SheetRows(this.part.child("sheetData") ?? "<sheetData/>");
  }

  /** The elements in the first element of that name, as text. */
  childrenOf(name: string): string[] {
    const xml = this.part.child(name);
    if (xml === null) return [];
    const children = parseElement(xml).children.flatMap((child) => (child.name === "" ? [] : [child.xml]));
    const { maxMerges } = fileLimits;
    if (name === "mergeCells" && children.length > maxMerges) throw tooMany("mergedRanges", maxMerges);
    return children;
  }
}

/** Each rule may name any number of ranges, with a blank between them. */
function refuseManyRanges({ children }: XmlPart): void {
  const { maxRuleRanges } = fileLimits;
  let ranges = 0;
  for (const { name, xml } of children) {
    if (name !== "conditionalFormatting" && name !== "dataValidations") continue;
    for (const { 0: reference } of xml.matchAll(/\ssqref\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
      for (let place = 0; place >= 0; place = reference.indexOf(" ", place + 1)) ranges++;
      if (ranges > maxRuleRanges) throw tooMany("ruleRanges", maxRuleRanges);
    }
  }
}
