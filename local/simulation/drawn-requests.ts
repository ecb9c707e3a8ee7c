import { type FaultKind, isFaultKind } from "../api/faults";
import type { HttpRequest } from "../runtime/local-runtime";
import { KillExecution } from "../runtime/local-runtime";
import { writeOverNotes } from "./acts-in-shop";
import { drawnBuffer } from "./drawn-fates";
import type { RequestFault } from "./simulated-network";
import type { Lies, TroublePlan } from "./trouble-plan";
import type { World } from "./world";

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

/** What becomes of one request, as a plan says; null: it is answered. */
export function requestFault(world: World, plan: TroublePlan, request: HttpRequest): RequestFault {
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
