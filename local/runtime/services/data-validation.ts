import { ServiceFault } from "../faults";
import type { ValidationRule } from "../model/sheet-rules";
import { take } from "./arguments";
import { callTable, Service } from "./service";

/** A built rule of data validation. */
export class DataValidation extends Service {
  readonly service = "DataValidation";
  readonly calls = callTable({ handle: ["getAllowInvalid"] });
  readonly rule: ValidationRule;
  readonly allowInvalid: boolean;

  constructor(execution: Service["execution"], rule: ValidationRule, allowInvalid: boolean) {
    super(execution);
    this.rule = rule;
    this.allowInvalid = allowInvalid;
  }

  getAllowInvalid(): boolean {
    return this.allowInvalid;
  }
}

const calls = callTable({
  handle: ["requireValueInList", "requireNumberBetween", "setAllowInvalid", "build"],
});

/** Builds a rule: lists and numbers between two. */
export class DataValidationBuilder extends Service {
  readonly service = "DataValidationBuilder";
  readonly calls = calls;
  private rule: ValidationRule | null = null;
  /** Wrong values are only marked unless the rule says otherwise (Apps Script documentation, setAllowInvalid). */
  private allowInvalid = true;

  requireValueInList(...args: unknown[]): this {
    const [values] = take("SpreadsheetApp.DataValidationBuilder.requireValueInList", args.slice(0, 1), [
      "array",
    ]);
    this.rule = { kind: "list", values: values.map(String) };
    return this;
  }

  requireNumberBetween(...args: unknown[]): this {
    const where = "SpreadsheetApp.DataValidationBuilder.requireNumberBetween";
    const [least, most] = take(where, args, ["number", "number"]);
    this.rule = { kind: "numberBetween", least, most };
    return this;
  }

  setAllowInvalid(...args: unknown[]): this {
    const where = "SpreadsheetApp.DataValidationBuilder.setAllowInvalid";
    [this.allowInvalid] = take(where, args, ["boolean"]);
    return this;
  }

  build(): DataValidation {
    // The text is assumed.
    if (this.rule === null) throw new ServiceFault("A data validation rule must have a criteria.");
    return new DataValidation(this.execution, this.rule, this.allowInvalid);
  }
}
