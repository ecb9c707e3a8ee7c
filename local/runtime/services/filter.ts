import type { Range } from "./range";
import { callTable, Service } from "./service";

const calls = callTable({ handle: ["getRange"] });

/** A sheet's filter. Its criteria are not imitated: the model says which rows it hides. */
export class Filter extends Service {
  readonly service = "Filter";
  readonly calls = calls;
  private readonly range: Range;

  constructor(execution: Service["execution"], range: Range) {
    super(execution);
    this.range = range;
  }

  getRange(): Range {
    return this.range;
  }
}
