import { KillExecution, type ServiceCall, ServiceFault } from "../runtime/local-runtime";
import { actAsUser } from "./acts";
import { clickMenu, clipSelection, continueElsewhere, runInSidebar } from "./clicks";
import { drawnBuffer, drawnFate, fates, flushFates } from "./drawn-fates";
import { requestFault } from "./drawn-requests";
import { mergeStatusCells } from "./drawn-unknowns";
import { columnOf } from "./order-sheet";
import { fillProperties, storageError } from "./trouble-places";
import type { TroublePlan } from "./trouble-plan";
import type { Person, Troubles, World } from "./world";

/** Troubles drawn at every boundary, as a plan says. */
export function drawnTroubles(world: World, plan: TroublePlan): Troubles {
  let depth = 0;
  const meanwhile = (person: Person) => {
    depth += 1;
    workMeanwhile(world, person);
    depth -= 1;
  };
  const boundary = (call: ServiceCall, person: Person, moment: Moment) => {
    const where = `${moment} ${call.service}.${call.method} (${call.index}) of ${person.name}${depth > 0 ? ", nested" : ""}`;
    disturb(world, plan, call, where);
    const { random, trace } = world;
    if (depth === 0 && random.chance(plan.again)) {
      trace.inject("the same run twice", where);
      meanwhile(person);
    }
    if (depth === 0 && random.chance(plan.second)) {
      trace.inject("second user", where);
      meanwhile(person === world.first ? world.second : world.first);
    }
    failCall(world, plan, call, moment, where);
    kill(world, plan, call, moment, where);
  };
  return {
    before: (call, person) => boundary(call, person, "before"),
    after: (call, person) => boundary(call, person, "after"),
    request: (request) => requestFault(world, plan, request),
  };
}

type Moment = "before" | "after";

/** Somebody works with the add-on while another execution stands still. */
function workMeanwhile(world: World, person: Person): void {
  const { random } = world;
  const active = world.spreadsheet.activeSheet;
  if (random.chance(0.25)) continueElsewhere(world, person);
  else if (random.chance(0.5)) clickMenu(world, person, "createOrders");
  else if (random.chance(0.7)) runInSidebar(world, person, "create", random.between(1, 6));
  else clickMenu(world, person, "resolveUnconfirmed");
  if (world.spreadsheet.sheets.includes(active)) world.spreadsheet.activate(active);
  clipSelection(world);
}

/** What users and the platform do beside a call. */
function disturb(world: World, plan: TroublePlan, call: ServiceCall, where: string): void {
  const { random, trace } = world;
  // While requests are under way users have the most time to do something.
  const often = call.method === "fetchAll" ? 20 : 1;
  if (random.chance(Math.min(0.5, plan.act * often))) actAsUser(world, plan.acts);
  if (random.chance(plan.evict)) {
    trace.inject("evicted cache", where);
    world.stores.evictCaches();
  }
  if (random.chance(plan.fullProperties)) {
    trace.inject("full properties", where);
    fillProperties(world, true);
  } else if (random.chance(0.03)) fillProperties(world, false);
  if (random.chance(plan.lostLock)) {
    trace.inject("lost lock", where);
    world.stores.locks.loseAll();
  }
  if (random.chance(plan.protect)) protect(world, where);
  if (world.platformRandom.chance(plan.merge)) mergeStatusCells(world, where);
  if (random.chance(plan.slow)) {
    trace.inject("slow call", where);
    world.clock.sleep(random.between(20, 200) * 1000);
  }
}

/** The call fails: its service does not answer in time. */
function failCall(world: World, plan: TroublePlan, call: ServiceCall, moment: Moment, where: string): void {
  const { random, trace } = world;
  if (call.trip && random.chance(plan.timeout)) {
    // What waited in the buffer may be written all the same, or a part of it, or a while later.
    const fate = moment === "before" ? drawnFate(world, flushFates) : undefined;
    trace.inject("Sheets timed out", `${where}, buffer ${fate ?? "waits"}`);
    throw new ServiceFault(
      `Service Spreadsheets timed out while accessing document with id ${world.spreadsheet.id}.`,
      fate,
    );
  }
  if (call.service === "Properties" && world.storageRandom.chance(plan.timeout)) {
    // What was to be stored may be there all the same, or a part of it.
    const fate = moment === "before" ? drawnFate(world, fates) : undefined;
    world.storageFailed = true;
    trace.inject(storageError, `${where}, ${fate ?? "nothing"} stored`);
    throw new ServiceFault(
      "We're sorry, a server error occurred while reading from storage. Error code INTERNAL.",
      fate,
    );
  }
}

/** The execution ends here. */
function kill(world: World, plan: TroublePlan, call: ServiceCall, moment: Moment, where: string): void {
  if (!world.random.chance(plan.kill)) return;
  const buffer = drawnBuffer(world);
  const fate = moment === "before" ? drawnFate(world, fates) : undefined;
  world.storageFailed ||= call.service === "Properties";
  world.trace.inject(`kill, buffer ${buffer}`, where);
  throw new KillExecution(buffer, fate);
}

function protect(world: World, where: string): void {
  const sheet = world.spreadsheet.activeSheet;
  const column = columnOf(sheet, "Status");
  if (column === null || sheet.properties.protections.length > 0) return;
  const one = world.random.chance(0.6);
  const row = one ? world.random.between(2, Math.max(2, sheet.lastRow())) : 1;
  world.trace.inject(one ? "protected cell" : "protected columns", `${where}, from row ${row}`);
  const box = { row, column, rows: one ? 1 : sheet.maxRows, columns: one ? 1 : 3 };
  sheet.properties.protections = [{ box, description: "" }];
}
