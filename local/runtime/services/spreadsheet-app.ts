import { type ConditionalFormatRuleBuilder, newRuleBuilder } from "./conditional-format";
import { DataValidationBuilder } from "./data-validation";
import { callTable, Service } from "./service";
import type { SheetObject } from "./sheet-object";
import { SpreadsheetObject } from "./spreadsheet-object";
import { Ui } from "./ui";

const calls = callTable({
  trip: ["flush"],
  handle: [
    "getActiveSpreadsheet",
    "getActive",
    "getActiveSheet",
    "getUi",
    "newConditionalFormatRule",
    "newDataValidation",
  ],
});

/** SpreadsheetApp. Only the active spreadsheet is there: the scope `spreadsheets.currentonly` excludes others. */
export class SpreadsheetAppObject extends Service {
  readonly service = "SpreadsheetApp";
  readonly calls = calls;
  override readonly properties = {
    BooleanCriteria: this.execution.criteria,
  };
  private readonly active = new SpreadsheetObject(this.execution);
  private readonly ui = new Ui(this.execution);

  getActiveSpreadsheet(): SpreadsheetObject {
    return this.active;
  }

  getActive(): SpreadsheetObject {
    return this.active;
  }

  getActiveSheet(): SheetObject {
    return this.active.getActiveSheet();
  }

  getUi(): Ui {
    return this.ui;
  }

  flush(): void {
    this.execution.buffer.flush();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return newRuleBuilder(this.execution);
  }
}
