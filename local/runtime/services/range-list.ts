import type { Range } from "./range";
import { callTable, Service } from "./service";

const calls = callTable({ trip: ["setValue", "setNumberFormat", "activate"], handle: ["getRanges"] });

/** Several ranges of one sheet. */
export class RangeList extends Service {
  readonly service = "RangeList";
  readonly calls = calls;
  private readonly ranges: readonly Range[];

  constructor(execution: Service["execution"], ranges: readonly Range[]) {
    super(execution);
    this.ranges = ranges;
  }

  getRanges(): readonly Range[] {
    return this.ranges;
  }

  setValue(...args: unknown[]): this {
    for (const range of this.ranges) range.setValue(...args);
    return this;
  }

  setNumberFormat(...args: unknown[]): this {
    for (const range of this.ranges) range.setNumberFormat(...args);
    return this;
  }

  /** Selects all of them; the last one is the active range. */
  activate(): this {
    this.ranges[0]?.activate();
    const { spreadsheet } = this.execution.options;
    spreadsheet.selection = this.ranges.map((range) => range.getA1Notation());
    spreadsheet.changed("script");
    return this;
  }
}
