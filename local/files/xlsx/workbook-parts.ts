import { posix } from "node:path";
import { attribute, escapeXml, parseElement, startTagAt, withAttribute } from "./xml";
import { XmlPart } from "./xml-part";
import type { ZipArchive } from "./zip-archive";

/** A sheet as the workbook names it. */
export interface WorkbookSheet {
  readonly name: string;
  /** The workbook's own number for it, from 1 on; it stays when sheets are moved or renamed. */
  readonly sheetId: number;
  readonly hidden: boolean;
  /** The name of its part in the archive. */
  readonly partName: string;
}

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** The order of the elements in a workbook's part that matters here (ECMA-376 part 1, CT_Workbook). */
const order = ["workbookPr", "bookViews", "sheets"];

/** The parts of a workbook that say which sheets there are. Throws an Error where they are damaged. */
export class WorkbookParts {
  private readonly archive: ZipArchive;
  private readonly bookName: string;
  private readonly book: XmlPart;
  private readonly relations: XmlPart;
  private readonly types: XmlPart;
  private changed = false;

  constructor(archive: ZipArchive) {
    this.archive = archive;
    this.types = new XmlPart(archive.text("[Content_Types].xml"));
    const root = new XmlPart(archive.text("_rels/.rels"));
    const book = relationsOf(root).find(({ type }) => type.endsWith("/officeDocument"));
    if (book === undefined) throw new Error("no workbook");
    this.bookName = posix.join("/", book.target).slice(1);
    this.book = new XmlPart(archive.text(this.bookName));
    this.relations = new XmlPart(archive.text(this.relationsName));
  }

  /** The sheets with cells, in order; charts on sheets of their own are left out. */
  get sheets(): WorkbookSheet[] {
    return this.sheetElements().flatMap(({ attributes }) => {
      const relation = this.relationOf(attributes);
      if (relation === undefined || !relation.type.endsWith("/worksheet")) return [];
      return [
        {
          name: attribute(attributes, "name") ?? "",
          sheetId: Number(attribute(attributes, "sheetId")),
          hidden: (attribute(attributes, "state") ?? "visible") !== "visible",
          partName: this.partName(relation.target),
        },
      ];
    });
  }

  /** The number of the sheet that is shown when the workbook is opened. */
  get activeSheetId(): number | null {
    const views = this.book.child("bookViews");
    const view = views === null ? undefined : parseElement(views).children[0];
    const place =
      view === undefined ? 0 : Number(attribute(startTagAt(view.xml, 0).attributes, "activeTab") ?? 0);
    const shown = this.sheetElements()[place];
    return shown === undefined ? null : Number(attribute(shown.attributes, "sheetId"));
  }

  /** True when dates count from 1904. */
  get date1904(): boolean {
    const xml = this.book.child("workbookPr");
    const value = xml === null ? null : attribute(startTagAt(xml, 0).attributes, "date1904");
    return value === "1" || value === "true";
  }

  /** The name of the part that is related to the workbook by a type ending so; null when there is none. */
  relatedPart(typeEnd: string): string | null {
    const relation = relationsOf(this.relations).find(({ type }) => type.endsWith(`/${typeEnd}`));
    return relation === undefined ? null : this.partName(relation.target);
  }

  /** Adds a sheet at the end and gives the name for its part. */
  addSheet(name: string, sheetId: number, hidden: boolean): string {
    const file = this.freeSheetFile();
    const partName = this.partName(file);
    const relationId = `addedSheet${sheetId}`;
    this.relations.children.push({
      name: "Relationship",
      xml: `<${this.relations.prefix}Relationship Id="${relationId}" Type="${officeRelations}/worksheet" Target="${file}"/>`,
    });
    this.types.children.push({
      name: "Override",
      xml: `<${this.types.prefix}Override PartName="/${partName}" ContentType="${spreadsheetType}.worksheet+xml"/>`,
    });
    const state = hidden ? ' state="hidden"' : "";
    const sheet = `<${this.book.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}"${state} r:id="${relationId}" xmlns:r="${officeRelations}"/>`;
    this.writeSheets([...this.sheetElements().map(({ xml }) => xml), sheet]);
    return partName;
  }

  /** A name as programs give it to a sheet's part, relative to the workbook; some read no other. */
  private freeSheetFile(): string {
    for (let number = 1; ; number++) {
      const file = `worksheets/sheet${number}.xml`;
      if (!this.archive.has(this.partName(file))) return file;
    }
  }

  /** Renames, hides or shows a sheet. */
  changeSheet(sheetId: number, name: string, hidden: boolean): void {
    const sheets = this.sheetElements().map(({ attributes, xml }) => {
      if (Number(attribute(attributes, "sheetId")) !== sheetId) return xml;
      const named = withAttribute(attributes, "name", name);
      return `<${this.book.prefix}sheet${withAttribute(named, "state", hidden ? "hidden" : null)}/>`;
    });
    this.writeSheets(sheets);
  }

  /** Takes a sheet out of the workbook; its part stays in the archive, unused. */
  removeSheet(sheetId: number): void {
    const kept = this.sheetElements().filter(
      ({ attributes }) => Number(attribute(attributes, "sheetId")) !== sheetId,
    );
    this.writeSheets(kept.map(({ xml }) => xml));
  }

  /** Takes out the chain of calculations, which names every cell with a formula; programs make it anew. */
  removeCalculationChain(): void {
    const partName = this.relatedPart("calcChain");
    if (partName === null) return;
    this.archive.remove(partName);
    remove(this.relations, ({ xml }) =>
      (attribute(startTagAt(xml, 0).attributes, "Type") ?? "").endsWith("/calcChain"),
    );
    remove(this.types, ({ xml }) => attribute(startTagAt(xml, 0).attributes, "PartName") === `/${partName}`);
    this.changed = true;
  }

  /** Puts the parts into the archive, if anything was changed. */
  save(): void {
    if (!this.changed) return;
    this.archive.replace(this.bookName, this.book.toString());
    this.archive.replace(this.relationsName, this.relations.toString());
    this.archive.replace("[Content_Types].xml", this.types.toString());
  }

  private writeSheets(sheets: readonly string[]): void {
    const { prefix } = this.book;
    this.book.put("sheets", `<${prefix}sheets>${sheets.join("")}</${prefix}sheets>`, order);
    this.changed = true;
  }

  private get relationsName(): string {
    return posix.join(posix.dirname(this.bookName), "_rels", `${posix.basename(this.bookName)}.rels`);
  }

  private partName(target: string): string {
    return posix.resolve("/", posix.dirname(this.bookName), target).slice(1);
  }

  private sheetElements(): { attributes: string; xml: string }[] {
    const xml = this.book.child("sheets");
    if (xml === null) throw new Error("no sheets");
    return parseElement(xml)
      .children.filter(({ name }) => name === "sheet")
      .map((sheet) => ({ attributes: startTagAt(sheet.xml, 0).attributes, xml: sheet.xml }));
  }

  private relationOf(attributes: string): Relation | undefined {
    // The prefix of the relation's attribute is free; only its local name is sure.
    const id = /(?:^|\s)[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    return relationsOf(this.relations).find((relation) => relation.id === id);
  }
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

function relationsOf(part: XmlPart): Relation[] {
  return part.children
    .filter(({ name }) => name === "Relationship")
    .map(({ xml }) => {
      const { attributes } = startTagAt(xml, 0);
      return {
        id: attribute(attributes, "Id") ?? "",
        type: attribute(attributes, "Type") ?? "",
        target: attribute(attributes, "Target") ?? "",
      };
    });
}

function remove(part: XmlPart, unwanted: (child: { name: string; xml: string }) => boolean): void {
  const kept = part.children.filter((child) => child.name === "" || !unwanted(child));
  part.children.splice(0, part.children.length, ...kept);
}
