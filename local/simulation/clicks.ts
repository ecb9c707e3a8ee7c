import { localizedText } from "../runtime/localized-text";
import { boxName, columnNumber } from "../runtime/model/a1";
import type { ExecutionResult } from "../runtime/options";
import { sidebarCall } from "../runtime/sidebar-call";
import { storageError } from "./trouble-places";
import type { Person, World } from "./world";

/** What Sheets says when rows, or the sheet, that wait for being formatted are deleted before the execution's end. */
const deletedMeanwhile = [
  "The coordinates of the range are outside the dimensions of the sheet.",
  "Sheet 0 not found",
];

/** The menu items that a user clicks. */
export type MenuClick = "createOrders" | "resolveUnconfirmed" | "checkSelection" | "sendAgain" | "setUpSheet";

/** Clicks a menu item and waits for its end. */
export function clickMenu(world: World, person: Person, item: MenuClick): ExecutionResult {
  world.trace.add(`${person.name}: ${item}`);
  const before = world.shown.length;
  const errors = storageErrors(world);
  world.executions += 1;
  const result = person.runtime.execute(item, [], { trigger: "menu", authMode: "FULL" });
  const said = world.shown.slice(before).at(-1) ?? "";
  world.trace.add(
    `  ${person.name}: ${result.outcome}${result.message ? ` (${result.message})` : ""}: ${said.slice(0, 160)}`,
  );
  if (result.outcome === "threw" && !isTold(world, result.message ?? "", storageErrors(world) > errors))
    world.failures.push({ kind: "fault", text: `${item} threw: ${result.message}` });
  checkSentences(world, before);
  checkReceipt(world);
  return result;
}

/** Calls an endpoint as the sidebar does; null when it failed or was killed. */
export function callEndpoint(world: World, person: Person, name: string, args: readonly unknown[]): unknown {
  world.trace.add(`${person.name}: sidebar ${name}`);
  const before = world.shown.length;
  const errors = storageErrors(world);
  world.executions += 1;
  const answer = sidebarCall(person.runtime, name, args);
  const text = JSON.stringify(answer.ok ? answer.value : answer.message);
  world.shown.push(text);
  world.trace.add(
    `  ${person.name}: ${answer.killed ? "killed" : answer.ok ? "answered" : "failed"}: ${text.slice(0, 160)}`,
  );
  if (!answer.ok && !answer.killed && !isTold(world, answer.message, storageErrors(world) > errors))
    world.failures.push({ kind: "fault", text: `${name} threw: ${answer.message}` });
  checkSentences(world, before);
  checkReceipt(world);
  return answer.ok ? answer.value : null;
}

/** What only a storage of properties that fails may bring about. */
const storageText = "Google did not answer when the add-on asked for its records";

/** Failures that users may see: sentences, and what the platform itself says at the end. */
function isTold({ language }: World, message: string, storageFailed: boolean): boolean {
  if (message.startsWith(storageText)) return storageFailed;
  const said = message.replace(/\d+/g, "0");
  return (
    message.startsWith("Google Sheets did not answer.") ||
    deletedMeanwhile.some((text) => said === localizedText(text, language))
  );
}

/** Users are never told that nobody knows what happened: the add-on has a sentence for every service that fails here. */
function checkSentences(world: World, before: number): void {
  const unexpected = world.shown.slice(before).find((text) => text.includes("Something unexpected"));
  if (unexpected !== undefined) world.failures.push({ kind: "unexpected", text: unexpected.slice(0, 120) });
}

function storageErrors(world: World): number {
  return world.trace.injected.get(storageError) ?? 0;
}

/** Works through the sidebar: plans, starts, and goes on for so many steps, waiting as it is told. */
export function runInSidebar(
  world: World,
  person: Person,
  kind: "create" | "resolve" | "check",
  steps: number,
): void {
  const plan = callEndpoint(world, person, "planRun", [kind]);
  const token = textIn(plan, "plan", "token");
  if (token === "") return;
  let run = callEndpoint(world, person, "startRun", [kind, token]);
  for (let step = 0; step < steps; step++) {
    const id =
      textIn(run, "run", "runId") || textIn(callEndpoint(world, person, "getState", []), "run", "runId");
    if (id === "" || textIn(run, "run", "state") === "ended") return;
    world.clock.sleep(Number(textIn(run, "run", "waitMs")) || 0);
    const stop = world.random.chance(0.03);
    run = callEndpoint(world, person, stop ? "stopRun" : "continueRun", [id]);
  }
}

/** A second sidebar, in another tab, works on the run under way for one step, or stops it. */
export function continueElsewhere(world: World, person: Person): void {
  const id = textIn(callEndpoint(world, person, "getState", []), "run", "runId");
  if (id !== "") callEndpoint(world, person, world.random.chance(0.5) ? "stopRun" : "continueRun", [id]);
}

/** Lets time pass. */
export function wait(world: World, minutes: number): void {
  world.trace.add(`${minutes} minutes pass`);
  world.clock.sleep(minutes * 60_000);
}

/** Selects every row of the sheet. */
export function selectAll(world: World): void {
  const { maxRows, maxColumns } = world.spreadsheet.activeSheet;
  world.user.select([boxName({ row: 2, column: 1, rows: maxRows - 1, columns: maxColumns })]);
}

/** A selection never reaches beyond the grid, whatever was deleted. */
export function clipSelection(world: World): void {
  const { maxRows, maxColumns } = world.spreadsheet.activeSheet;
  const whole = { row: 2, column: 1, rows: maxRows - 1, columns: maxColumns };
  const clipped = world.spreadsheet.selection?.map((range) => {
    const [last = ""] = range.split(":").slice(-1);
    const beyond =
      Number(/\d+$/.exec(last)?.[0] ?? 0) > maxRows || columnNumber(last.replace(/\d+$/, "")) > maxColumns;
    return beyond ? boxName(whole) : range;
  });
  world.spreadsheet.selection = clipped ?? null;
}

/** The receipt of a run that has ended counts each order once. */
function checkReceipt(world: World): void {
  const text = world.stores.documentProperties(world.spreadsheet.id).get("bitbybit.run");
  const run: unknown = text === null ? null : JSON.parse(text);
  if (typeof field(run, "end") !== "object" || field(run, "end") === null) return;
  const counts = Object.entries(Object(field(run, "receipt")));
  const selected = counts.find(([name]) => name === "selected")?.[1];
  const sum = counts.reduce(
    (total, [name, count]) => (name === "selected" ? total : total + Number(count)),
    0,
  );
  if (selected !== sum || counts.some(([, count]) => Number(count) < 0))
    world.failures.push({ kind: "unbalanced", text: JSON.stringify(field(run, "receipt")) });
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textIn(value: unknown, ...names: string[]): string {
  const found = names.reduce(field, value);
  return found === undefined || found === null ? "" : String(found);
}
