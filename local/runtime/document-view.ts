import { ServiceFault } from "./faults";
import type { Sheet } from "./model/sheet";
import { Spreadsheet } from "./model/spreadsheet";
import { type PendingWrite, sheetOf } from "./write-buffer";

/**
 * The document as one execution sees it: as it was when others' edits were last shown, with the execution's own writes on
 * top. It costs a copy of what changed, so it is made only if somebody asks for it (`Unknowns.showsOthersEdits`).
 */
export class DocumentView {
  private readonly document: Spreadsheet;
  private readonly copy: Spreadsheet;

  constructor(document: Spreadsheet) {
    this.document = document;
    this.copy = new Spreadsheet(document);
    this.refresh();
  }

  /** Shows everything that others have done until now. */
  refresh(): void {
    this.copy.restore(this.document.snapshot());
  }

  /** Repeats a write of the execution that the document has taken. */
  repeat(write: PendingWrite): void {
    try {
      write.apply(sheetOf(this.copy, write.sheetId));
    } catch (error) {
      // The document took it, so what is seen of that place is too old to go on with.
      if (!(error instanceof ServiceFault)) throw error;
      this.refresh();
    }
  }

  /** A sheet as seen; one that is newer than the view is shown as it is. */
  sheet(sheetId: number): Sheet {
    return this.copy.sheetById(sheetId) ?? sheetOf(this.document, sheetId);
  }
}
