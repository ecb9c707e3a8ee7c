import * as z from "zod/mini";
import type { ColumnsAnswer, ColumnsChoice } from "../../src/endpoints/columns";
import type { RunAnswer, RunView } from "../../src/endpoints/runs";
import type { LocalRuntime } from "../runtime/local-runtime";
import { sidebarCall } from "../runtime/sidebar-call";
import { columnsAnswer } from "./columns-shape";

const count = z.number();
const receipt = z.object({
  selected: count,
  created: count,
  invalid: count,
  rejected: count,
  notSent: count,
  unconfirmed: count,
  skipped: count,
  valid: count,
});
const environment = z.nullable(z.enum(["test", "live"]));
const kind = z.enum(["create", "check", "resolve", "sendAgain"]);

const progress: z.ZodMiniType<RunView> = z.object({
  runId: z.string(),
  kind,
  environment,
  sheetName: z.string(),
  state: z.enum(["running", "waiting", "stopping", "ended"]),
  counts: receipt,
  remaining: count,
  ordersPerMinute: z.nullable(count),
  secondsLeft: z.nullable(count),
  waitMs: count,
  waitingFor: z.string(),
  summary: z.string(),
  hiddenRows: count,
  total: count,
  reason: z.string(),
  warnings: z.array(z.string()),
});

const refusal = z.object({ ok: z.literal(false), message: z.string() });
const runAnswer = z.union([z.object({ ok: z.literal(true), run: progress }), refusal]);
const state = z.object({ run: z.nullable(progress), runIsAnothers: z.boolean() });
const planAnswer = z.union([
  z.object({
    ok: z.literal(true),
    plan: z.looseObject({
      orders: count,
      leftOut: receipt,
      token: z.string(),
      question: z.string(),
      warnings: z.array(z.string()),
      remarks: z.array(z.string()),
    }),
  }),
  refusal,
]);

/** The add-on did not do what an add-on does: its message says what came instead. Ends the command. */
export class AddOnFailed extends Error {}

/** The calls of the add-on that the command needs, as a sidebar would make them. */
export class EndpointCalls {
  private readonly runtime: LocalRuntime;
  private readonly counted: (calls: number) => void;

  /** `counted` is told how many service calls each call of the add-on made. */
  constructor(runtime: LocalRuntime, counted: (calls: number) => void) {
    this.runtime = runtime;
    this.counted = counted;
  }

  /** The run under way, or the last one; null when there was none. */
  currentRun(): RunView | null {
    return this.call("getState", [], state).run;
  }

  /** The run that the next "Create orders" goes on with; null if it starts one. */
  runToGoOn(): RunView | null {
    const { run, runIsAnothers } = this.call("getState", [], state);
    return run === null || run.state === "ended" || runIsAnothers ? null : run;
  }

  plan(runKind: "create" | "check" | "resolve"): z.infer<typeof planAnswer> {
    return this.call("planRun", [runKind], planAnswer);
  }

  /** Starts what a plan described, as the sidebar's button does. */
  startRun(runKind: "create" | "check" | "resolve", token: string): RunAnswer {
    return this.call("startRun", [runKind, token], runAnswer);
  }

  continueRun(runId: string): RunAnswer {
    return this.call("continueRun", [runId], runAnswer);
  }

  stopRun(runId: string): RunAnswer {
    return this.call("stopRun", [runId], runAnswer);
  }

  /** How the columns of the sheet are read, or may be, below a header row (1-based) of the user's. */
  getColumns(headerRow?: number): ColumnsAnswer {
    return this.call("getColumns", headerRow === undefined ? [] : [headerRow], columnsAnswer);
  }

  saveColumns(choice: ColumnsChoice): ColumnsAnswer {
    return this.call("saveColumns", [choice], columnsAnswer);
  }

  private call<T>(name: string, args: readonly unknown[], shape: z.ZodMiniType<T>): T {
    const answer = sidebarCall(this.runtime, name, args);
    this.counted(answer.calls.all);
    if (!answer.ok) throw new AddOnFailed(answer.message);
    const parsed = shape.safeParse(answer.value);
    if (!parsed.success)
      throw new AddOnFailed(`The add-on's ${name} gave an answer that this program does not know.`);
    return parsed.data;
  }
}
