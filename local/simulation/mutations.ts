import { userActs } from "./acts";
import type { TroublePlan } from "./drawn-troubles";
import type { Replacement } from "./mutated-add-on";

/** A mistake that the add-on might have been built with. */
export interface Mutation {
  name: string;
  replacements: Replacement[];
  /** What its schedules have more of than others. */
  emphasis: Partial<TroublePlan>;
  /** The simulation sees it within so many seeds, from 1 on. */
  caughtWithin: number;
}

/** Users who do some things only, and often. */
function busyWith(...names: string[]): Partial<TroublePlan> {
  const acts = userActs.filter(({ name }) => names.includes(name));
  if (acts.length !== names.length) throw new Error(`There is no such act among: ${names.join(", ")}`);
  return { act: 0.02, acts };
}

/** The mistakes that this design is there to prevent, each as a change of its sources. */
export const mutations: readonly Mutation[] = [
  {
    name: "the claim is not flushed before the wave leaves",
    emphasis: { act: 0, again: 0, second: 0, lostLock: 0, protect: 0 },
    caughtWithin: 5,
    replacements: [
      {
        file: "run/write-by-key.ts",
        find: "    alongside?.();\n    spreadsheet.flush();",
        put: "    alongside?.();",
      },
      {
        file: "run/write-by-key.ts",
        find: "      alongsideDone = true;\n    } else",
        put: "      break;\n    } else",
      },
      {
        file: "run/wave-section.ts",
        find: 'standsAs(view, order, ["Sending"]) &&',
        put: "standsAs &&",
      },
    ],
  },
  {
    name: "results are written by row number",
    emphasis: busyWith("sort everything", "insert rows"),
    caughtWithin: 40,
    replacements: [
      {
        file: "run/write-by-key.ts",
        find: "  const carriers = view.byKey.get(keyText) ?? [];",
        put: [
          "  const places = (remembered.get(keyText) ?? (view.byKey.get(keyText) ?? []).map((row) => row.rowNumber));",
          "  remembered.set(keyText, places);",
          "  const carriers = places.map((rowNumber) => view.rows[rowNumber - 2]).filter((row) => row !== undefined);",
          "  if (contents !== null) return carriers;",
        ].join("\n"),
      },
      {
        file: "run/write-by-key.ts",
        find: "const mostTries = 3;",
        put: "const mostTries = 3;\nconst remembered = new Map<string, number[]>();",
      },
    ],
  },
  {
    name: "an order answered with 502 is sent again",
    emphasis: { post: 0.3, postKinds: ["502-after"] },
    caughtWithin: 10,
    replacements: [
      {
        file: "bitbybit/outcome.ts",
        find: 'return unconfirmed(status >= 500 ? "serverError" : "unreadable");',
        put: 'return status >= 500 ? notSent("rateLimit", null) : unconfirmed("unreadable");',
      },
    ],
  },
  {
    name: "absence is believed from a search by name",
    emphasis: { post: 0.3, postKinds: ["502-after", "reset-after"] },
    caughtWithin: 50,
    replacements: [
      {
        file: "run/resolve.ts",
        find: "const sighting = scanOrders(execution, pacer);",
        put: "const sighting = { ...searchByNames(execution, pacer, namesOf(targets)), doubt: null };\n    scanOrders;",
      },
    ],
  },
  {
    name: "absence is believed at once",
    emphasis: { post: 0.3, postKinds: ["late"], beyond: 0 },
    caughtWithin: 40,
    replacements: [
      { file: "run/resolve.ts", find: "if (scannedAtMs < fromMs)", put: "if (scannedAtMs < 0)" },
    ],
  },
  {
    name: "Not sent is written over an order whose answer was lost",
    emphasis: { killInWave: 0.1 },
    caughtWithin: 40,
    replacements: [
      {
        file: "run/settle.ts",
        find: 'outcome: { kind: "unconfirmed", reason: "killed" }',
        put: 'outcome: { kind: "notSent", reason: "stopped" }',
      },
    ],
  },
  {
    name: "the fingerprint is not compared with the rows",
    emphasis: busyWith("sort data columns alone"),
    caughtWithin: 15,
    replacements: [
      {
        file: "orders/dispose.ts",
        find: "const matches = record.fingerprint === key.fingerprint && record.rows.length === key.rowCount;",
        put: "const matches = true;",
      },
      {
        file: "orders/key-places.ts",
        find: "    first.key.fingerprint !== record.fingerprint ||\n",
        put: "",
      },
    ],
  },
];
