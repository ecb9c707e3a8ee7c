import type { ExecutionResult } from "../runtime/options";
import { sidebarCall } from "../runtime/sidebar-call";
import type { Person, World } from "./world";

/** The menu items that a user clicks. */
export type MenuClick = "createOrders" | "resolveUnconfirmed" | "checkSelection" | "sendAgain" | "setUpSheet";

/** Clicks a menu item and waits for its end. */
export function clickMenu(world: World, person: Person, item: MenuClick): ExecutionResult {
  world.trace.add(`${person.name}: ${item}`);
  const before = world.shown.length;
  const result = person.runtime.execute(item, [], { trigger: "menu", authMode: "FULL" });
  const said = world.shown.slice(before).at(-1) ?? "";
  world.trace.add(`  ${result.outcome}${result.message ? ` (${result.message})` : ""}: ${said.slice(0, 160)}`);
  if (result.outcome === "threw") world.shown.push(result.message ?? "");
  return result;
}

/** Calls an endpoint as the sidebar does; null when it failed or was killed. */
export function callEndpoint(world: World, person: Person, name: string, args: readonly unknown[]): unknown {
  world.trace.add(`${person.name}: sidebar ${name}`);
  const answer = sidebarCall(person.runtime, name, args);
  const text = JSON.stringify(answer.ok ? answer.value : answer.message);
  world.shown.push(text);
  world.trace.add(`  ${answer.killed ? "killed" : answer.ok ? "answered" : "failed"}: ${text.slice(0, 160)}`);
  return answer.ok ? answer.value : null;
}

/** Lets time pass. */
export function wait(world: World, minutes: number): void {
  world.trace.add(`${minutes} minutes pass`);
  world.clock.sleep(minutes * 60_000);
}

/** Selects every row of the sheet. */
export function selectAll(world: World): void {
  world.user.select([`A2:Z${world.spreadsheet.activeSheet.maxRows}`]);
}
