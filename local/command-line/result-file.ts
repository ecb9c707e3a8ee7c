import type { Language } from "../../src/endpoints/settings";
import type { OpenedSheet } from "../files/open-file";
import { saveFile } from "../files/save-file";
import { otherSheetsOf, saveDocumentProperties, saveOtherSheets } from "../files/sheet-state";
import { fileWords } from "../files/words/file-words";

/** The disk refused a file in the middle of a run. Ends the command; its message is for the user. */
export class SavingFailed extends Error {}

/**
 * The file that a command leaves, kept on disk in step with the sheet: whenever the command is ended, what the add-on had
 * written down is there, in the order in which it was written, and nothing else.
 */
export class ResultFile {
  private readonly path: string;
  private readonly file: OpenedSheet;
  private readonly documentProperties: () => Readonly<Record<string, string>>;
  private lastProperties = "";
  private lastSheets = "";
  private begun = false;

  /** `documentProperties` gives them as they are at that moment. Nothing is written before `begin`. */
  constructor(
    path: string,
    file: OpenedSheet,
    documentProperties: () => Readonly<Record<string, string>>,
    private readonly language: Language,
  ) {
    this.path = path;
    this.file = file;
    this.documentProperties = documentProperties;
  }

  /** Saves everything as it is, and from now on every change. Once begun, calling it again does nothing. */
  begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.sheetChanged();
  }

  /**
   * The sheet's buffered writes were applied. The state goes first: it can say more than the sheet (a line of the log that
   * has no row yet), but a sheet must never say more than the state that explains it.
   */
  sheetChanged(): void {
    if (!this.begun) return;
    this.save(() => {
      if (JSON.stringify(this.documentProperties()) !== this.lastProperties) this.saveProperties();
      this.saveSheets();
      saveFile(this.path, this.file.encode(), this.file.permissions);
    });
  }

  /** The document properties may have changed: a record of what is about to be sent is on the disk before it leaves. */
  propertiesChanged(): void {
    if (!this.begun || JSON.stringify(this.documentProperties()) === this.lastProperties) return;
    this.save(() => this.saveProperties());
  }

  private save(write: () => void): void {
    try {
      write();
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      throw new SavingFailed(fileWords(this.language).notSaved(this.path, code));
    }
  }

  private saveProperties(): void {
    const properties = this.documentProperties();
    saveDocumentProperties(this.path, properties, this.file.permissions);
    this.lastProperties = JSON.stringify(properties);
  }

  private saveSheets(): void {
    const sheets = otherSheetsOf(this.path, this.file.spreadsheet);
    if (sheets === null || sheets === this.lastSheets) return;
    saveOtherSheets(this.path, sheets, this.file.permissions);
    this.lastSheets = sheets;
  }
}
