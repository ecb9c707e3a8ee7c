import { ServiceFault } from "../faults";
import type { ConditionalFormat } from "../model/sheet-rules";
import { mismatch, take } from "./arguments";
import { colorOf } from "./cell-looks";
import type { EnumValue } from "./enumeration";
import { NotImitated } from "./not-imitated";
import { Range } from "./range";
import { callTable, Service } from "./service";

const ruleCalls = callTable({ handle: ["getRanges", "getBooleanCondition", "getGradientCondition", "copy"] });

/** A conditional format rule as read from a sheet or built; never changed. */
export class ConditionalFormatRule extends Service {
  readonly service = "ConditionalFormatRule";
  readonly calls = ruleCalls;
  readonly format: ConditionalFormat;
  private readonly ranges: readonly Range[];

  constructor(execution: Service["execution"], format: ConditionalFormat, ranges: readonly Range[]) {
    super(execution);
    this.format = format;
    this.ranges = ranges;
  }

  getRanges(): readonly Range[] {
    return this.ranges;
  }

  /** Null for a colour scale (Apps Script documentation, ConditionalFormatRule.getBooleanCondition). */
  getBooleanCondition(): BooleanCondition | null {
    return this.format.criteria === "GRADIENT" ? null : new BooleanCondition(this.execution, this.format);
  }

  /** Null for a rule with a condition. What a colour scale holds is not imitated. */
  getGradientCondition(): NotImitated | null {
    return this.format.criteria === "GRADIENT" ? new NotImitated(this.execution, "GradientCondition") : null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution, { ...this.format }, this.ranges);
  }
}

const conditionCalls = callTable({ handle: ["getCriteriaType", "getCriteriaValues"] });

/** A rule's condition. */
class BooleanCondition extends Service {
  readonly service = "BooleanCondition";
  readonly calls = conditionCalls;
  private readonly format: ConditionalFormat;

  constructor(execution: Service["execution"], format: ConditionalFormat) {
    super(execution);
    this.format = format;
  }

  getCriteriaType(): EnumValue {
    return this.execution.criteria.valueNamed(this.format.criteria);
  }

  getCriteriaValues(): string[] {
    return this.format.text === "" ? [] : [this.format.text];
  }
}

const builderCalls = callTable({
  handle: [
    "whenTextStartsWith",
    "whenTextEqualTo",
    "whenFormulaSatisfied",
    "setBackground",
    "setFontColor",
    "setBold",
    "setRanges",
    "build",
  ],
});

/** Builds a rule. */
export class ConditionalFormatRuleBuilder extends Service {
  readonly service = "ConditionalFormatRuleBuilder";
  readonly calls = builderCalls;
  private readonly format: Partial<ConditionalFormat>;
  private ranges: readonly Range[];

  constructor(execution: Service["execution"], format: Partial<ConditionalFormat>, ranges: readonly Range[]) {
    super(execution);
    this.format = format;
    this.ranges = ranges;
  }

  whenTextStartsWith(...args: unknown[]): this {
    return this.when("TEXT_STARTS_WITH", "whenTextStartsWith", args);
  }

  whenTextEqualTo(...args: unknown[]): this {
    return this.when("TEXT_EQUAL_TO", "whenTextEqualTo", args);
  }

  /** The formula stays as it is given (Apps Script documentation, ConditionalFormatRuleBuilder.whenFormulaSatisfied). */
  whenFormulaSatisfied(...args: unknown[]): this {
    return this.when("CUSTOM_FORMULA", "whenFormulaSatisfied", args);
  }

  setBackground(...args: unknown[]): this {
    this.format.background = colorOf(args[0], "ConditionalFormatRuleBuilder.setBackground");
    return this;
  }

  setFontColor(...args: unknown[]): this {
    this.format.fontColor = colorOf(args[0], "ConditionalFormatRuleBuilder.setFontColor");
    return this;
  }

  setBold(...args: unknown[]): this {
    const where = "SpreadsheetApp.ConditionalFormatRuleBuilder.setBold";
    this.format.bold = args[0] === null ? null : take(where, args, ["boolean"])[0];
    return this;
  }

  setRanges(...args: unknown[]): this {
    const where = "SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges";
    const [given] = take(where, args, ["array"]);
    this.ranges = given.map((range) => {
      if (!(range instanceof Range)) throw mismatch(where, args);
      return range;
    });
    return this;
  }

  build(): ConditionalFormatRule {
    const { criteria, text, background = null, fontColor = null, bold = null } = this.format;
    if (criteria === undefined || text === undefined) {
      throw new ServiceFault("A conditional format rule must contain a boolean or gradient condition.");
    }
    if (this.ranges.length === 0)
      throw new ServiceFault("A conditional format rule must have at least one range.");
    const boxes = this.ranges.map(({ box }) => box);
    return new ConditionalFormatRule(
      this.execution,
      { boxes, criteria, text, background, fontColor, bold },
      this.ranges,
    );
  }

  private when(criteria: ConditionalFormat["criteria"], method: string, args: readonly unknown[]): this {
    const [text] = take(`SpreadsheetApp.ConditionalFormatRuleBuilder.${method}`, args, ["string"]);
    Object.assign(this.format, { criteria, text });
    return this;
  }
}

/** An empty builder. */
export function newRuleBuilder(execution: Service["execution"]): ConditionalFormatRuleBuilder {
  return new ConditionalFormatRuleBuilder(execution, {}, []);
}
