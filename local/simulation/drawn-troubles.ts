import { type FaultKind, isFaultKind } from "../api/faults";
import type { BufferFate, WriteFate } from "../runtime/faults";
import type { HttpRequest } from "../runtime/local-runtime";
import { KillExecution, type ServiceCall, ServiceFault } from "../runtime/local-runtime";
import { actAsUser, type UserAct } from "./acts";
import { writeOverNotes } from "./acts-in-shop";
import { clickMenu, clipSelection, continueElsewhere, runInSidebar } from "./clicks";
import { mergeStatusCells } from "./drawn-unknowns";
import { columnOf } from "./order-sheet";
import type { RequestFault } from "./simulated-network";
import { fillProperties, storageError } from "./trouble-places";
import type { Person, Troubles, World } from "./world";

/** How often what goes wrong; all chances are for one service call, or for one request. */
export interface TroublePlan {
  kill: number;
  /** Of a call of the spreadsheet service, and of the storage of properties. */
  timeout: number;
  evict: number;
  fullProperties: number;
  lostLock: number;
  again: number;
  second: number;
  protect: number;
  slow: number;
  act: number;
  acts: readonly UserAct[];
  /** Status cells are merged. */
  merge: number;
  /** Per request that creates an order. */
  post: number;
  postKinds: readonly FaultKind[];
  /** Per request that lists orders. */
  get: number;
  /** Per wave: the execution is killed while its requests leave. */
  killInWave: number;
  /** Chance that a late request lands after every wait. */
  beyond: number;
  /** How the API lies; left out or null: not at all. */
  lies?: Lies | null;
}

/** Answers that lie, each by its own chance, and shops that keep notes otherwise than they were sent. */
export interface Lies {
  /** Per request that creates an order. */
  posts: Partial<Record<FaultKind, number>>;
  /** Per request that lists orders. */
  lists: Partial<Record<FaultKind, number>>;
  /** Per schedule: the shop cuts notes, within the reference or a little before it. */
  notesCut: number;
  /** Per request that lists orders: somebody has written over the notes of an order. */
  notesWrittenOver: number;
  /** Per schedule: the shop joins the lines of notes. */
  linesJoined: number;
}

/** Every lie, rarely. */
export const lyingAnswers: Lies = {
  posts: {
    replayed: 0.02,
    "others-order": 0.02,
    swapped: 0.04,
    "same-id": 0.02,
    "long-id": 0.01,
    "key-echo": 0.01,
    "429": 0.02,
    "429-retry-after": 0.01,
    "429-absurd-reset": 0.001,
  },
  lists: { "absurd-total": 0.02, "429-retry-after": 0.01, "key-echo": 0.01 },
  notesCut: 0.15,
  notesWrittenOver: 0.05,
  linesJoined: 0.15,
};

/** Draws what the shop does to notes, once for a schedule: a shop does not change its ways from order to order. */
export function drawNotesHabits(world: World, { notesCut, linesJoined }: Lies): void {
  const random = world.storageRandom;
  const maxLength = random.chance(notesCut) ? random.between(25, 75) : null;
  const joinLines = random.chance(linesJoined);
  if (maxLength === null && !joinLines) return;
  world.standIn.notes = { maxLength, joinLines };
  world.trace.inject("notes habits", JSON.stringify(world.standIn.notes));
}

/** Requests that were answered with a broken connection may land so much later and still be found in time. */
const withinWaitMs = 50_000;

const getKinds: readonly FaultKind[] = [
  "reset-before",
  "502-before",
  "503-before",
  "429",
  "garbage",
  "redirect",
  "empty",
];

/** What becomes of properties that were to be stored by a call that fails; a single property is stored whole or not at all. */
const fates: readonly WriteFate[] = ["kept", "part"];
const flushFates: readonly WriteFate[] = ["kept", "part", "lost", "later"];

/** Half of the calls that fail do nothing at all. */
function drawnFate(world: World, among: readonly WriteFate[]): WriteFate | undefined {
  return world.storageRandom.chance(0.5) ? undefined : world.storageRandom.pick(among);
}

/** What a kill leaves of buffered writes: most often all or nothing, at times a part, or all a while later. */
function drawnBuffer({ random, platformRandom }: World): BufferFate {
  const whole = random.pick(["kept", "lost"] as const);
  return platformRandom.chance(0.25) ? platformRandom.pick(["part", "later"] as const) : whole;
}

/** Troubles drawn at every boundary, as a plan says. */
export function drawnTroubles(world: World, plan: TroublePlan): Troubles {
  const { random, trace } = world;
  let depth = 0;
  const nested = (person: Person) => {
    if (depth > 0) return;
    depth += 1;
    const active = world.spreadsheet.activeSheet;
    if (random.chance(0.25)) continueElsewhere(world, person);
    else if (random.chance(0.5)) clickMenu(world, person, "createOrders");
    else if (random.chance(0.7)) runInSidebar(world, person, "create", random.between(1, 6));
    else clickMenu(world, person, "resolveUnconfirmed");
    if (world.spreadsheet.sheets.includes(active)) world.spreadsheet.activate(active);
    clipSelection(world);
    depth -= 1;
  };
  const boundary = (call: ServiceCall, person: Person, moment: string) => {
    const where = `${moment} ${call.service}.${call.method} (${call.index}) of ${person.name}${depth > 0 ? ", nested" : ""}`;
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
    if (depth === 0 && random.chance(plan.again)) {
      trace.inject("the same run twice", where);
      nested(person);
    }
    if (depth === 0 && random.chance(plan.second)) {
      trace.inject("second user", where);
      nested(person === world.first ? world.second : world.first);
    }
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
    if (random.chance(plan.kill)) {
      const buffer = drawnBuffer(world);
      const fate = moment === "before" ? drawnFate(world, fates) : undefined;
      world.storageFailed ||= call.service === "Properties";
      trace.inject(`kill, buffer ${buffer}`, where);
      throw new KillExecution(buffer, fate);
    }
  };
  return {
    before: (call, person) => boundary(call, person, "before"),
    after: (call, person) => boundary(call, person, "after"),
    request: (request) => requestFault(world, plan, request),
  };
}

function requestFault(world: World, plan: TroublePlan, request: HttpRequest): RequestFault {
  const { random, trace } = world;
  if (random.chance(plan.killInWave)) {
    trace.inject("kill while requests leave", "");
    throw new KillExecution(drawnBuffer(world));
  }
  const post = request.method === "POST";
  const lie = plan.lies ? drawnLie(world, post ? plan.lies.posts : plan.lies.lists) : null;
  if (lie !== null) {
    trace.inject(`${post ? "POST" : "GET"} ${lie}`, post ? world.tokenOfBody(request.body ?? "") : "");
    return { kind: lie, lateMs: 0 };
  }
  if (!post && plan.lies && world.shopRandom.chance(plan.lies.notesWrittenOver)) writeOverNotes(world);
  if (!random.chance(post ? plan.post : plan.get)) return null;
  const kind = random.pick(post ? plan.postKinds : getKinds);
  const token = post ? world.tokenOfBody(request.body ?? "") : "";
  if (kind !== "late") {
    trace.inject(`${post ? "POST" : "GET"} ${kind}`, token);
    return { kind, lateMs: 0 };
  }
  const beyond = random.chance(plan.beyond);
  if (beyond) world.wanted.of(token).beyondWait = true;
  trace.inject(`POST lands late, ${beyond ? "beyond" : "inside"} the wait`, token);
  return { kind, lateMs: beyond ? random.between(90_000, 1_500_000) : random.between(1_000, withinWaitMs) };
}

/** Lies come from a stream of their own, so that without them every schedule stays as it is. */
function drawnLie(world: World, chances: Partial<Record<FaultKind, number>>): FaultKind | null {
  let point = world.storageRandom.next();
  for (const [kind, chance] of Object.entries(chances)) {
    point -= chance;
    if (point >= 0 || !isFaultKind(kind)) continue;
    // If a shop cuts the notes off, no answer holds anything that tells whose order it is.
    const isBlind = world.standIn.notes.maxLength !== null;
    return isBlind && (kind === "swapped" || kind === "same-id") ? null : kind;
  }
  return null;
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
