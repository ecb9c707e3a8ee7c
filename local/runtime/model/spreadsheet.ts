import { Sheet, type SheetSize, type SheetSnapshot } from "./sheet";

/** Who changed the model. */
export type Author = "user" | "script";

/** Told after every act of a user and every flush of a script. */
export type ChangeListener = (author: Author) => void;

/** The whole spreadsheet as it was at one moment; cheap, because unchanged rows are shared. */
export interface SpreadsheetSnapshot {
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  readonly activeSheetId: number;
  readonly selection: readonly string[] | null;
}

/** How a spreadsheet is made. */
export interface SpreadsheetOptions {
  id: string;
  name: string;
  /** As Sheets writes it, `en_US` by default. */
  locale?: string;
  /** An IANA name, `Etc/GMT` by default. */
  timeZone?: string;
}

/** A spreadsheet file: its sheets in order, the active one, and what the user has selected there. */
export class Spreadsheet {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  sheets: Sheet[] = [];
  /** The selected ranges of the active sheet in A1 notation, the last one being the active range; null for none. */
  selection: readonly string[] | null = ["A1"];
  private activeId = -1;
  private nextSheetId = 0;
  private readonly listeners = new Set<ChangeListener>();

  constructor(options: SpreadsheetOptions) {
    this.id = options.id;
    this.name = options.name;
    this.locale = options.locale ?? "en_US";
    this.timeZone = options.timeZone ?? "Etc/GMT";
  }

  /** The sheet the user looks at. A spreadsheet has one at least; asking an empty one is an error of the program. */
  get activeSheet(): Sheet {
    const active = this.sheetById(this.activeId) ?? this.sheets[0];
    if (active === undefined) throw new Error(`The spreadsheet "${this.name}" has no sheet.`);
    return active;
  }

  /** Goes to a sheet. The selection starts at A1 there, unless it is active already. */
  activate(sheet: Sheet): void {
    if (sheet.sheetId === this.activeId) return;
    this.activeId = sheet.sheetId;
    this.selection = ["A1"];
  }

  sheetById(sheetId: number): Sheet | null {
    return this.sheets.find((sheet) => sheet.sheetId === sheetId) ?? null;
  }

  /** Sheet names are compared exactly here; Sheets refuses a second name that differs in letter case alone. */
  sheetByName(name: string): Sheet | null {
    return this.sheets.find((sheet) => sheet.name === name) ?? null;
  }

  /** Adds a sheet at a 0-based place, by default at the end. The first one becomes the active one. */
  addSheet(name: string, options: SheetSize & { index?: number; sheetId?: number } = {}): Sheet {
    const sheetId = options.sheetId ?? this.freeSheetId();
    const sheet = new Sheet(sheetId, name, options);
    this.sheets.splice(options.index ?? this.sheets.length, 0, sheet);
    if (this.sheets.length === 1) this.activeId = sheetId;
    return sheet;
  }

  /** Takes a sheet away; the neighbour becomes active if it was the active one. */
  removeSheet(sheet: Sheet): void {
    const index = this.sheets.indexOf(sheet);
    if (index < 0) return;
    this.sheets.splice(index, 1);
    const neighbour = this.sheets[Math.min(index, this.sheets.length - 1)];
    if (sheet.sheetId === this.activeId && neighbour !== undefined) this.activate(neighbour);
  }

  snapshot(): SpreadsheetSnapshot {
    return {
      name: this.name,
      sheets: this.sheets.map((sheet) => sheet.snapshot()),
      activeSheetId: this.activeId,
      selection: this.selection,
    };
  }

  /** Puts everything back as it was. Sheets that exist in both keep their identity. */
  restore(snapshot: SpreadsheetSnapshot): void {
    this.name = snapshot.name;
    this.sheets = snapshot.sheets.map((state) => {
      const sheet = this.sheetById(state.sheetId) ?? new Sheet(state.sheetId, state.properties.name);
      sheet.restore(state);
      return sheet;
    });
    this.activeId = snapshot.activeSheetId;
    this.selection = snapshot.selection;
  }

  /** Calls `listener` after every change; the answer ends that. */
  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells the listeners. Whoever changes the model calls it once, when done. */
  changed(author: Author): void {
    for (const listener of this.listeners) listener(author);
  }

  /** The first sheet is 0 as in Sheets, later ones count up; deleted IDs are never used again. */
  private freeSheetId(): number {
    while (this.sheetById(this.nextSheetId) !== null) this.nextSheetId++;
    return this.nextSheetId++;
  }
}
