import type { FaultKind } from "../api/faults";
import type { UserAct } from "./acts";

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
  /** True if thousands of orders were made before; left out: as the schedule draws it. */
  fullJournal?: boolean;
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
