import type { FaultKind } from "../api/faults";
import { type UserAct, userActs } from "./acts";
import { clickUntilNothingChanges } from "./afterwards";
import { clickMenu, runInSidebar, selectAll, wait } from "./clicks";
import { drawSheet } from "./draw-sheet";
import { drawNotesHabits } from "./drawn-requests";
import { drawnTroubles } from "./drawn-troubles";
import { drawUnknowns, type LanguageChoice, languageOf } from "./drawn-unknowns";
import { fillJournal } from "./full-journal";
import { judge } from "./judge";
import { RandomSource } from "./random-source";
import { lyingAnswers, type TroublePlan } from "./trouble-plan";
import type { Verdict } from "./verdict";
import { peace, World } from "./world";

/** How a schedule ended. */
export interface ScheduleResult {
  seed: number;
  verdict: Verdict;
  injected: Map<string, number>;
  trace: readonly string[];
}

/**
 * Carries out the schedule of one seed against a built add-on. `emphasis` puts chances of its own in place of drawn ones,
 * to look for one kind of mistake. Exceptions come in `language`, or in one that the seed draws.
 */
export function runSchedule(
  code: string,
  seed: number,
  emphasis: Partial<TroublePlan> = {},
  language: LanguageChoice = "drawn",
): ScheduleResult {
  const draw = new RandomSource(seed * 2_654_435_761);
  const world = new World({
    code,
    seed,
    limit: draw.between(6, 14),
    tokenPlace: draw.pick(["Address 2", "Notes"] as const),
    sharedKey: draw.chance(0.7),
    language: languageOf(language, seed),
  });
  try {
    carryOut(world, draw, emphasis);
  } catch (error) {
    world.failures.push({ kind: "fault", text: error instanceof Error ? `${error.stack}` : String(error) });
  }
  const verdict = judge(world);
  verdict.failures.unshift(...world.failures);
  return { seed, verdict, injected: world.trace.injected, trace: world.trace.lines };
}

/** How many schedules begin where thousands of orders were made before. */
const fullJournalChance = 0.02;

function carryOut(world: World, draw: RandomSource, emphasis: Partial<TroublePlan>): void {
  drawSheet(world, {
    orders: draw.chance(0.2) ? draw.between(15, 34) : draw.between(3, 14),
    several: draw.pick([0, 0.2, 0.5]),
    withoutRef: draw.pick([0, 0.5, 1]),
    invalid: draw.pick([0, 0, 0.15]),
    identical: draw.pick([0, 0, 0.2]),
    statusColumns: draw.chance(0.3),
  });
  // A stream of its own: it leaves the rest of a schedule as it was.
  const earlier = new RandomSource(world.seed ^ 0x7f4a7c15);
  if (emphasis.fullJournal ?? earlier.chance(fullJournalChance)) {
    fillJournal(world, earlier);
    world.trace.inject("a full journal", "");
  }
  world.spreadsheet.addSheet("Notes");
  world.saveVersion();
  const plan = { ...drawPlan(world, draw), ...emphasis };
  if (plan.lies) drawNotesHabits(world, plan.lies);
  const { act, again, second, lostLock, protect, merge } = plan;
  world.undisturbed = act + again + second + lostLock + protect + merge === 0;
  const clicks = draw.between(2, 4);
  for (let click = 0; click < clicks; click++) {
    if (draw.chance(0.85)) selectAll(world);
    else world.user.select([`A2:C${draw.between(3, 9)}`, `B${draw.between(5, 12)}`]);
    world.troubles = drawnTroubles(world, plan);
    const person = draw.chance(0.85) ? world.first : world.second;
    const how = draw.next();
    if (how < 0.5) clickMenu(world, person, "createOrders");
    else if (how < 0.8) runInSidebar(world, person, "create", draw.between(1, 12));
    else if (how < 0.93) clickMenu(world, person, "resolveUnconfirmed");
    else clickMenu(world, person, "checkSelection");
    world.troubles = peace;
    if (draw.chance(0.5)) wait(world, draw.pick([0.1, 0.3, 1.5, 5, 14]));
    if (draw.chance(0.3)) world.saveVersion();
  }
  const people = world.differentKeys ? [world.first, world.second] : [world.first];
  if (!clickUntilNothingChanges(world, people))
    world.failures.push({ kind: "restless", text: "every click changes something" });
}

const postKinds: readonly FaultKind[] = [
  "reset-before",
  "reset-after",
  "late",
  "502-before",
  "502-after",
  "503-before",
  "503-after",
  "slow",
  "redirect",
  "429",
  "garbage",
  "empty",
  "no-id",
  "formula-number",
];

/** Most schedules have a few kinds of trouble, so that each is seen alone and with others. */
function drawPlan(world: World, draw: RandomSource): TroublePlan {
  const kinds = new Set(
    draw.some(
      [
        "kill",
        "kill",
        "timeout",
        "evict",
        "full",
        "lock",
        "again",
        "second",
        "protect",
        "slow",
        "act",
        "act",
        "act",
        "post",
        "post",
        "late",
        "late",
        "get",
        "wave",
        "list",
      ],
      draw.between(2, 5),
    ),
  );
  const rate = (kind: string, rates: readonly number[]) => (kinds.has(kind) ? draw.pick(rates) : 0);
  const acts: readonly UserAct[] = draw.chance(0.5) ? draw.some(userActs, draw.between(1, 3)) : userActs;
  const lists = kinds.has("list");
  if (lists) {
    const lagMs = draw.pick([0, 5_000, 50_000]);
    world.standIn.listing = {
      lagMs,
      arrangement: draw.pick(["newestFirst", "oldestFirst", "shuffled"] as const),
      leftOut: draw.pick([[], ["archived", "cancelled"]]),
    };
    world.trace.inject("list habits", JSON.stringify(world.standIn.listing));
  }
  drawUnknowns(world);
  return {
    kill: rate("kill", [0.002, 0.005, 0.01]),
    timeout: rate("timeout", [0.005, 0.02, 0.1]),
    evict: rate("evict", [0.02]),
    fullProperties: rate("full", [0.005, 0.01]),
    lostLock: rate("lock", [0.01, 0.03]),
    again: rate("again", [0.003, 0.01]),
    second: rate("second", [0.003, 0.01]),
    protect: rate("protect", [0.004]),
    slow: rate("slow", [0.004]),
    act: rate("act", [0.002, 0.004, 0.008]),
    acts,
    post: Math.max(rate("post", [0.05, 0.2, 0.5]), rate("late", [0.2, 0.5])),
    postKinds: drawPostKinds(draw, kinds.has("late"), lists),
    get: rate("get", [0.05, 0.2]),
    killInWave: rate("wave", [0.01, 0.03]),
    beyond: draw.chance(0.2) ? 0.5 : 0,
    ...drawLies(world),
    merge: world.platformRandom.chance(0.1) ? 0.004 : 0,
  };
}

/** Answers that lie come from a stream of their own. */
function drawLies({ storageRandom }: World): Pick<TroublePlan, "lies"> {
  return storageRandom.chance(0.3) ? { lies: lyingAnswers } : {};
}

/** A list that lags and a request that lands late add up to more than any wait: only one of them in a schedule. */
function drawPostKinds(draw: RandomSource, late: boolean, lists: boolean): FaultKind[] {
  const some = draw.chance(0.5) ? draw.some(postKinds, 2) : postKinds;
  const drawn: FaultKind[] = [...some, "502-after"];
  if (lists) return drawn.filter((kind) => kind !== "late");
  return late ? [...drawn, "late", "late", "late"] : drawn;
}
