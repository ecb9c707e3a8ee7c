import { busyWith, calm } from "./busy-users";
import type { Replacement } from "./mutated-add-on";
import type { Lies, TroublePlan } from "./trouble-plan";

/** A mistake that the add-on might have been built with. */
export interface Mutation {
  name: string;
  replacements: Replacement[];
  /** What its schedules have more of than others. */
  emphasis: Partial<TroublePlan>;
  /** The simulation sees it within so many seeds, from 1 on. */
  caughtWithin: number;
  /** The seed among them that saw it last, and quickly: the search begins there, and goes on from 1 if it no longer does. */
  tryFirst: number;
  /** Instead of seeds: Stop is pressed after each of so many service calls of one run, first between two batches. */
  byStops?: boolean;
}

/** Users who do some things only, and often. */
function busy(...names: string[]): Partial<TroublePlan> {
  const acts = busyWith(...names);
  if (!acts) throw new Error(`There is no such act among: ${names.join(", ")}`);
  return { ...acts, act: 0.02 };
}

const noLies: Lies = { posts: {}, lists: {}, notesCut: 0, linesJoined: 0, notesWrittenOver: 0 };

/** The mistakes that this design is there to prevent, each as a change of its sources. */
export const mutations: readonly Mutation[] = [
  {
    name: "no entry is written before the requests leave",
    emphasis: calm,
    caughtWithin: 3,
    tryFirst: 3,
    replacements: [
      { file: "journal/open-batch.ts", find: "store.write(before, batch);", put: "before !== null;" },
      {
        file: "journal/open-batch.ts",
        find: "isWritten && hasAllOf(after.journal, batch);",
        put: "isWritten || hasAllOf(after.journal, batch);",
      },
    ],
  },
  {
    name: "orders leave that were never claimed",
    emphasis: calm,
    caughtWithin: 3,
    tryFirst: 3,
    replacements: [
      { file: "run/show-and-claim.ts", find: 'change.status = "Sending";', put: "continue;" },
      {
        file: "run/send-batch.ts",
        find: 'order.record.rows.every((row) => row.status === "Sending"),',
        put: "order.record.rows.length > 0,",
      },
    ],
  },
  {
    name: "the fencing token is not checked",
    emphasis: calm,
    caughtWithin: 200,
    tryFirst: 1,
    byStops: true,
    replacements: [
      {
        file: "run/send-batch.ts",
        find: "isOwner: (properties) => ownsToken(properties, desk.token),",
        put: "isOwner: (properties) => ownsToken(properties, desk.token) || true,",
      },
      {
        file: "run/show-and-claim.ts",
        find: "if (!ownsToken(stored.properties, desk.token))",
        put: 'if (!ownsToken(stored.properties, desk.token) && desk.token === "")',
      },
    ],
  },
  {
    name: "results are shown and the journal never hears of them",
    emphasis: calm,
    caughtWithin: 10,
    tryFirst: 3,
    replacements: [
      {
        file: "journal/journal-store.ts",
        find: "for (let tries = 0; tries < 3 && !this.properties.write(resultProperties(closed)); tries += 1);",
        put: "",
      },
    ],
  },
  {
    name: "results are written by row number, and not taken back from others",
    emphasis: { ...calm, ...busy("sort everything"), act: 0.03 },
    caughtWithin: 100,
    tryFirst: 35,
    replacements: [
      {
        file: "sheet/projection.ts",
        find: "changes.set(row.rowNumber, change);",
        put: [
          "const place = requestKey(key) + record.rows.indexOf(row);",
          "      remembered.set(place, remembered.get(place) ?? row.rowNumber);",
          "      changes.set(remembered.get(place) ?? 0, change);",
        ].join("\n"),
      },
      {
        file: "sheet/projection.ts",
        find: "/** A result that landed in the sheet",
        put: "const remembered = new Map<string, number>();\n\n/** A result that landed in the sheet",
      },
      {
        file: "spreadsheet/apply-changes.ts",
        find: "if (changes.size === 0) return restored;",
        put: "if (changes.size >= 0) return restored;",
      },
      {
        file: "decide/rules.ts",
        find: 'idIsAnothers ? { kind: "fix", idIsAnothers } : { kind: "fix" }',
        put: '{ kind: "fix" }',
      },
    ],
  },
  {
    name: "an order answered with 502 is sent again",
    emphasis: { post: 0.3, postKinds: ["502-after"] },
    caughtWithin: 10,
    tryFirst: 4,
    replacements: [
      {
        file: "bitbybit/outcome.ts",
        find: 'if (status >= 500) return unconfirmed("serverError");',
        put: 'if (status >= 500) return notSent("rateLimit", null);',
      },
    ],
  },
  {
    name: "absence is believed from a scan that is not whole",
    emphasis: { ...calm, post: 0.3, postKinds: ["502-after"], get: 0.9 },
    caughtWithin: 50,
    tryFirst: 7,
    replacements: [
      {
        file: "reconcile/reconcile.ts",
        find: "if (scan.inconclusive) return unresolvedBy(scan.inconclusive);",
        put: "",
      },
      {
        file: "bitbybit/scan.ts",
        find: "if (scan.inconclusive) return scan.inconclusive;",
        put: "",
      },
      {
        file: "bitbybit/scan.ts",
        find: 'return witness && claim.size && covers(witness, claim.size) ? null : "noWitness";',
        put: "return witness && claim.size && covers(witness, claim.size) ? null : null;",
      },
    ],
  },
  {
    name: "absence is believed at once",
    emphasis: { ...calm, post: 0.6, postKinds: ["late"], beyond: 0 },
    caughtWithin: 40,
    tryFirst: 3,
    replacements: [
      { file: "reconcile/reconcile.ts", find: "if (scannedAtMs < fromMs)", put: "if (scannedAtMs < 0)" },
    ],
  },
  {
    name: "what was never answered counts as never sent",
    emphasis: { ...calm, killInWave: 0.3 },
    caughtWithin: 40,
    tryFirst: 1,
    replacements: [
      {
        file: "journal/entry.ts",
        find: 'return state.kind === "pending" || state.kind === "unconfirmed";',
        put: 'return state.kind === "unconfirmed";',
      },
    ],
  },
  {
    name: "a key without an entry is taken for one that never left",
    emphasis: { ...busy("lose all properties"), act: 0.004 },
    caughtWithin: 60,
    tryFirst: 1,
    replacements: [
      {
        file: "journal/journal.ts",
        find: "if (!run || this.records.unreadable.length > 0) return false;",
        put: "if (!run) return true;",
      },
    ],
  },
  {
    name: "the fingerprint is not compared with the rows",
    emphasis: busy("sort data columns alone"),
    caughtWithin: 15,
    tryFirst: 4,
    replacements: [
      {
        file: "sheet/key-standing.ts",
        find: "if (!key || key.fingerprint !== fingerprint || key.rowCount !== record.rows.length) return null;",
        put: "if (!key) return null;",
      },
    ],
  },
  {
    name: "a content that was made is made again",
    emphasis: busy("clear an order's records"),
    caughtWithin: 15,
    tryFirst: 4,
    replacements: [
      {
        file: "decide/rules.ts",
        find: "when: ({ madeElsewhere }) => madeElsewhere !== null,",
        put: "when: ({ madeElsewhere }) => madeElsewhere !== null && false,",
      },
    ],
  },
  {
    name: "an order without a reference that holds the same is overlooked",
    emphasis: { ...calm, post: 0.4, postKinds: ["reset-after"], lies: { ...noLies, notesWrittenOver: 0.5 } },
    caughtWithin: 60,
    tryFirst: 1,
    replacements: [
      {
        file: "bitbybit/scan.ts",
        find: 'if (alikeOrder(scan, claim)) return "alike";',
        put: 'if (alikeOrder(scan, claim) === undefined) return "alike";',
      },
    ],
  },
];
