import { posix } from "node:path";
import { fileLimits } from "../opened-file";
import { tooMany } from "./beyond-limit";
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

const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** The names of a workbook's kind by that of its relations: the usual one, and "strict" (ECMA-376 part 1, annex A). */
const usual = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const strict = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relations: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};
/** The order of the elements in a workbook's part that matters here (ECMA-376 part 1, CT_Workbook). */
const order = ["workbookPr", "bookViews", "sheets"];

/** The parts of a workbook that say which sheets there are. Throws an Error if they are damaged. */
export class WorkbookParts {
  private readonly archive: ZipArchive;
  private readonly bookName: string;
  private readonly book: XmlPart;
  private readonly relations: XmlPart;
  private readonly types: XmlPart;
  private readonly namespaces: typeof usual;
  private changed = false;
  /** The names of the parts that were there at first, by what `meaningOf` says of them. */
  private namesByMeaning: ReadonlyMap<string, string> | null = null;

  constructor(archive: ZipArchive) {
    this.archive = archive;
    this.types = new XmlPart(archive.text("[Content_Types].xml"));
    const root = new XmlPart(archive.text("_rels/.rels"));
    const book = relationsOf(root).find(({ type }) => type.endsWith("/officeDocument"));
    if (book === undefined) throw new Error("no workbook");
    this.bookName = this.known(posix.join("/", book.target).slice(1));
    this.book = new XmlPart(archive.text(this.bookName));
    this.namespaces = book.type.startsWith(strict.relations) ? strict : usual;
    this.relations = new XmlPart(archive.text(this.relationsName));
  }

  /** The sheets with cells, in order; charts on sheets of their own are left out. */
  get sheets(): WorkbookSheet[] {
    const relations = relationsOf(this.relations);
    const elements = this.sheetElements();
    const { maxSheets } = fileLimits;
    if (elements.length > maxSheets) throw tooMany("sheets", maxSheets);
    return elements.flatMap(({ attributes }) => {
      const id = relationIdOf(attributes);
      const relation = relations.find((known) => known.id === id);
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

  /** The namespace of the workbook's elements. */
  get mainNamespace(): string {
    return this.namespaces.main;
  }

  /** A part of styles with nothing in it, for a workbook without one. */
  get emptyStyles(): string {
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${this.namespaces.main}"/>`;
  }

  /** The name of the part that is related to the workbook by a type ending so; null when there is none in the archive. */
  relatedPart(typeEnd: string): string | null {
    const [partName = null] = this.partsRelatedTo(this.bookName, this.relations, typeEnd);
    return partName;
  }

  /** A part's text; null without a name. */
  textOf(partName: string | null): string | null {
    return partName === null ? null : this.archive.text(partName);
  }

  /** The texts of the parts that are related to a sheet's part by a type ending so. */
  textsRelatedTo(sheetPart: string, typeEnd: string): string[] {
    const name = this.known(relationsNameOf(sheetPart));
    if (!this.archive.has(name)) return [];
    const relations = new XmlPart(this.archive.text(name));
    return this.partsRelatedTo(sheetPart, relations, typeEnd).map((partName) => this.archive.text(partName));
  }

  /** Puts the part of styles there; a workbook without one gets it. */
  putStyles(xml: string): void {
    const known = this.relatedPart("styles");
    const partName = known ?? this.partName(this.freeFile("styles"));
    if (known === null) {
      removeRelation(this.relations, "styles");
      this.relate("addedStyles", "styles", partName);
      this.register(partName, "styles");
    }
    this.archive.replace(partName, xml);
  }

  /** Adds a sheet at the end and gives the name for its part. */
  addSheet(name: string, sheetId: number, hidden: boolean): string {
    const partName = this.partName(this.freeFile("worksheets/sheet", 1));
    const relationId = `addedSheet${sheetId}`;
    this.relate(relationId, "worksheet", partName);
    this.register(partName, "worksheet");
    const state = hidden ? ' state="hidden"' : "";
    const sheet = `<${this.book.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}"${state} r:id="${relationId}" xmlns:r="${this.namespaces.relations}"/>`;
    this.writeSheets([...this.sheetElements().map(({ xml }) => xml), sheet]);
    return partName;
  }

  private relate(id: string, type: string, partName: string): void {
    // Relative: some readers take the name of a part for one that begins at the workbook's folder.
    const target = posix.relative(posix.dirname(this.bookName), partName);
    this.relations.children.push({
      name: "Relationship",
      xml: `<${this.relations.prefix}Relationship Id="${id}" Type="${this.namespaces.relations}/${type}" Target="${target}"/>`,
    });
    this.changed = true;
  }

  /** Says what a part holds. A name that was registered before, for a part that is not there, is not registered twice. */
  private register(partName: string, type: string): void {
    remove(this.types, ({ xml }) => attribute(startTagAt(xml, 0).attributes, "PartName") === `/${partName}`);
    this.types.children.push({
      name: "Override",
      xml: `<${this.types.prefix}Override PartName="/${partName}" ContentType="${spreadsheetType}.${type}+xml"/>`,
    });
  }

  /** A free name as programs give it to such a part, relative to the workbook; some read no other. */
  private freeFile(stem: string, first = 0): string {
    for (let number = first; ; number++) {
      const file = `${stem}${number === 0 ? "" : number}.xml`;
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
    removeRelation(this.relations, "calcChain");
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
    return this.known(relationsNameOf(this.bookName));
  }

  private partName(target: string): string {
    return this.known(posix.resolve("/", posix.dirname(this.bookName), target).slice(1));
  }

  private partsRelatedTo(partName: string, relations: XmlPart, typeEnd: string): string[] {
    return relationsOf(relations)
      .filter(({ type }) => type.endsWith(`/${typeEnd}`))
      .map(({ target }) => this.known(posix.resolve("/", posix.dirname(partName), target).slice(1)))
      .filter((name) => this.archive.has(name));
  }

  /** The name as the archive has it: letter case does not count, and spaces may be coded (ECMA-376 part 2, 6.2.2.3). */
  private known(name: string): string {
    if (this.archive.has(name)) return name;
    this.namesByMeaning ??= new Map(
      // Of two that mean the same the first one counts.
      this.archive.names.reverse().map((known) => [meaningOf(known), known]),
    );
    return this.namesByMeaning.get(meaningOf(name)) ?? name;
  }

  private sheetElements(): { attributes: string; xml: string }[] {
    const xml = this.book.child("sheets");
    if (xml === null) throw new Error("no sheets");
    return parseElement(xml)
      .children.filter(({ name }) => name === "sheet")
      .map((sheet) => ({ attributes: startTagAt(sheet.xml, 0).attributes, xml: sheet.xml }));
  }
}

function relationsNameOf(partName: string): string {
  return posix.join(posix.dirname(partName), "_rels", `${posix.basename(partName)}.rels`);
}

function meaningOf(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

function removeRelation(relations: XmlPart, typeEnd: string): void {
  remove(relations, ({ xml }) =>
    (attribute(startTagAt(xml, 0).attributes, "Type") ?? "").endsWith(`/${typeEnd}`),
  );
}

function relationIdOf(attributes: string): string {
  // The prefix of the relation's attribute is free; only its local name is sure.
  return /(?:^|\s)[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "";
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
