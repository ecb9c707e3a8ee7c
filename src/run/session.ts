import { checkApiKey } from "../bitbybit/api-key";
import { english } from "../messages/english";
import type { Settings } from "../settings/settings";
import { describePlan } from "./confirm";
import { beginExecution, type Execution, RunRefused } from "./execution";
import { evidenceOf } from "./log";
import { type Plan, type PlannedOrder, planSelection } from "./plan";
import type { RowSpan, RunPorts } from "./ports";
import { isPrepared, prepareSheet } from "./prepare-sheet";
import type { RunKind, RunPlan, RunProgress } from "./progress";
import { firstStep } from "./run";
import { firstPortion, type StepOptions } from "./run-options";
import { type Settled, settle } from "./settle";
import { attemptsOf } from "./slots";
import { startRun } from "./start-run";

/** A selection that was planned, and the question that goes with it. */
export interface Proposal {
  plan: Plan;
  settled: Settled;
  shown: RunPlan;
}

/** Begins an execution that may send; throws RunRefused while no API key is saved. */
export function openExecution(ports: RunPorts, settings: Settings): Execution {
  const key = checkApiKey(settings.apiKey);
  if (!key.ok) throw new RunRefused(english.runs.noKey);
  return beginExecution(ports, {
    access: { address: settings.apiAddress, apiKey: key.apiKey, referencePlace: settings.referencePlace },
    environment: key.environment,
    userName: settings.userName,
  });
}

/** Reads and decides about the selection; nothing is sent, and nothing written but what earlier runs left to be settled. */
export function propose(execution: Execution, kind: RunKind): Proposal {
  const settled = settle(execution);
  const { spreadsheet } = execution.ports;
  const sheet = spreadsheet.activeSheet();
  const evidence = evidenceOf([...settled.log.attempts, ...settled.slots.flatMap(attemptsOf)]);
  const plan = planSelection(kind, sheet, spreadsheet.selectedRows(), {
    ...execution,
    evidence,
    isPrepared: isPrepared(settled.properties, sheet.sheetId),
  });
  return { plan, settled, shown: describePlan(execution, plan, settled) };
}

/** Carries out a proposal that the user has agreed to: marks, keys, and sends for one step. */
export function carryOut(execution: Execution, proposal: Proposal, options: StepOptions): RunProgress {
  const { plan, settled } = proposal;
  const inPortions = plan.kind === "create" && plan.orders.length > firstPortion;
  const first = inPortions ? rowsOf(plan.orders.slice(0, firstPortion)) : null;
  prepareSheet(plan.sheet, execution.ports.properties, plan.columns.headerRow, false, first);
  return firstStep(
    execution,
    startRun(execution, plan, settled, first ? firstPortion : plan.orders.length),
    options,
  );
}

/** The rows of some orders, with what lies between; null where that is too much. */
function rowsOf(orders: readonly PlannedOrder[]): RowSpan | null {
  const rowNumbers = orders.flatMap(({ record }) => record.rows.map((row) => row.rowNumber));
  const [firstRow, lastRow] = [Math.min(...rowNumbers), Math.max(...rowNumbers)];
  return lastRow - firstRow < mostSpread * orders.length ? { firstRow, lastRow } : null;
}

const mostSpread = 10;

/** Plans anew and carries out what `token` stands for; throws RunRefused where that is not what the user agreed to. */
export function carryOutConfirmed(
  execution: Execution,
  kind: RunKind,
  token: string,
  options: StepOptions,
): RunProgress {
  const proposal = propose(execution, kind);
  if (proposal.plan.token !== token) throw new RunRefused(english.runs.changedSince);
  return carryOut(execution, proposal, options);
}

/** Why there is nothing to confirm; empty where there is. */
export function nothingToDo(proposal: Proposal): string {
  const { plan, shown } = proposal;
  if (plan.orders.length === 0)
    return `${english.runs.nothingToDo}${english.runs.hiddenRows(plan.hiddenRows)}`;
  if (shown.orders > 0 || plan.kind === "check" || plan.kind === "create") return "";
  return plan.kind === "resolve" ? english.runs.nothingToResolve : english.runs.nothingToSendAgain;
}
