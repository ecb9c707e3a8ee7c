import type { ConnectionState } from "../../src/bitbybit/test-connection";
import type { CatalogueFault } from "../../src/catalogue/read-catalogue";
import type { Review } from "../../src/decide/decision";
import type { EntryState } from "../../src/journal/entry";
import type { StopCode } from "../../src/messages/stop-code";
import type { WarningDetail } from "../../src/orders/check/finding";
import type { ProblemDetail, ProblemPlace } from "../../src/orders/check/problem";
import type { Field } from "../../src/orders/field";
import { plainFields } from "../../src/orders/field";
import type { Question, Warning } from "../../src/plan/question";
import type { RunProblem } from "../../src/ports/run-error";
import type { ReconcileDoubt } from "../../src/ports/words";
import type { FixOutcome } from "../../src/problems/fix-cells";
import { emptyReceipt } from "../../src/receipt/receipt";
import type { EndReason } from "../../src/receipt/run-record";
import { ordersOf } from "../orders/order-sheet";
import { noRemarks } from "../plan/no-remarks";

/** A text and a number that are recognised in a sentence. */
export const text = "§text§";
const [some, other] = [7_654, 8_765];
const time = (atMs: number) => `§${atMs}§`;

/** Every member of a union, by what tells them apart: one that is added and left out here does not compile. */
type ByKind<T extends { kind: string }> = { [K in T["kind"]]: Extract<T, { kind: K }> };
/** The same where several kinds share a member, each without its kind. */
type DetailOf<T extends { kind: string }, K> = T extends unknown
  ? K extends T["kind"]
    ? Omit<T, "kind">
    : never
  : never;
type Details<T extends { kind: string }> = { [K in T["kind"]]: DetailOf<T, K> };
type ByWhy<T extends { why: string }> = { [K in T["why"]]: Extract<T, { why: K }> };
type ByCode<T extends { code: string }> = { [K in T["code"]]: Extract<T, { code: K }> };

const place: ProblemPlace = { rowNumber: 7, columnIndex: 3, field: "zip", found: text };
const articles = [
  { code: "§code§", nearest: ["§near§", "§next§"] },
  { code: "§more§", nearest: [] },
];

const suggestion = { suggestion: 5 };
const problemDetails: Details<ProblemDetail> = {
  date: {},
  zipDigits: {},
  boolean: {},
  formulaError: {},
  loading: {},
  ditto: {},
  damaged: {},
  scientific: { cure: "§cure§" },
  formattedNumber: { cure: "§cure§" },
  tooManyDigits: {},
  addOnText: { holds: "sendKey" },
  notWhole: suggestion,
  belowOne: suggestion,
  tooLarge: suggestion,
  missing: {},
  noCustomer: {},
  email: {},
  contradiction: { otherRowNumber: some, otherFound: "§other§" },
  notLookedUp: {},
  unknownArticle: { articles },
  ambiguousArticle: { articles },
  unknownCustomer: {},
  ambiguousCustomer: {},
  quantityOfList: { sum: some },
};

const problems = [
  ...Object.entries(problemDetails).map(([kind, detail]) => ({ ...place, kind, ...detail })),
  { ...place, columnIndex: null, kind: "missing" },
  { ...place, kind: "notWhole", suggestion: null },
  { ...place, kind: "unknownArticle", articles: [{ code: "§code§", nearest: [] }] },
  ...(["status", "sendKey", "time"] as const).map((holds) => ({ ...place, kind: "addOnText", holds })),
  ...[null, "customerId", "firstName"].map((field) => ({ ...place, kind: "noCustomer", field })),
  ...(plainFields as Field[]).map((field) => ({ ...place, kind: "missing", field })),
];

const warningDetails: Details<WarningDetail> = {
  phoneLength: {},
  phonePrefix: { suggestion: "§cure§" },
  phoneText: { suggestion: "§cure§" },
  zipDigits: {},
  noLetter: {},
  zipLetters: { country: "ID" },
  countryDigits: {},
  masked: {},
  cancelled: {},
  zipLength: { suggestion: "§cure§", country: "ID" },
  largeQuantity: {},
  placeholder: {},
  idAddress: {},
  idList: {},
  idContact: {},
  unlistedVariant: { nearest: ["§near§", "§next§"] },
  unitColumn: { pieces: 12 },
  sameOrder: { otherRowNumber: some },
  refMissing: { otherRowNumber: some, otherFound: "§other§" },
  refCase: { otherRowNumber: some, otherFound: "§other§" },
  refZeros: { otherRowNumber: some, otherFound: "§other§" },
};
const warnings = [
  ...Object.entries(warningDetails).map(([kind, detail]) => ({ ...place, kind, ...detail })),
  { ...place, kind: "zipLength", suggestion: null, country: "ID" },
  { ...place, kind: "phoneText", suggestion: null },
];

const reviews: ByWhy<Review> = {
  keyDamaged: { why: "keyDamaged" },
  keyMissing: { why: "keyMissing" },
  mixedKeys: { why: "mixedKeys" },
  addedAfter: { why: "addedAfter", orderId: "§id§" },
  copied: { why: "copied", homeRow: some },
  displaced: { why: "displaced", homeRow: some },
  statusElsewhere: { why: "statusElsewhere", keyRow: some },
  sheetDisplaced: { why: "sheetDisplaced", keyRow: some },
  edited: { why: "edited", orderId: "§id§" },
  madeBefore: { why: "madeBefore", orderId: "§id§", atMs: some, changed: false, open: null },
  otherApiKey: { why: "otherApiKey", environment: "live" },
  idMissing: { why: "idMissing" },
  idWithoutStatus: { why: "idWithoutStatus" },
  idElsewhere: { why: "idElsewhere", orderId: "§id§", idRow: some },
  misplacedText: { why: "misplacedText", holds: "orderId", text: "§id§", field: "variantId" },
  partial: { why: "partial", ref: text, rowNumbers: [2, 3, 4, 5, 6, 7, 8], hidden: true },
};
const moreReviews: Review[] = [
  { why: "misplacedText", holds: "message", text: "", field: "address1" },
  { why: "copied", homeRow: null },
  { why: "madeBefore", orderId: "§id§", atMs: some, changed: true, open: null },
  { why: "madeBefore", orderId: "", atMs: some, changed: false, open: null },
  { why: "madeBefore", orderId: "", atMs: 0, changed: false, open: null },
  { why: "partial", ref: "", rowNumbers: [some], hidden: false },
];

const similar = { field: "zip", columnIndex: 3, found: text } as const;
const foreign = { field: "status", rowNumber: 7, columnIndex: 3, found: text } as const;
const runProblems: ByCode<RunProblem> = {
  busy: { code: "busy" },
  cellsHit: { code: "cellsHit", cells: [{ cell: "H4", had: text }] },
  noKey: { code: "noKey" },
  noPermission: { code: "noPermission", missing: ["sheet", "requests", "pages"], willAsk: true },
  newerSettings: { code: "newerSettings" },
  newerColumns: { code: "newerColumns" },
  headers: {
    code: "headers",
    problems: [
      { kind: "missing", anyOf: ["variantId", "sku", "product"] },
      { kind: "twice", field: "zip", columnIndexes: [3, 5] },
    ],
    similar: [similar],
    isEmpty: false,
  },
  askColumns: { code: "askColumns", because: "new" },
  userOwnedCells: { code: "userOwnedCells", cells: [foreign, foreign, foreign] },
  changedSince: { code: "changedSince" },
  protectedColumns: { code: "protectedColumns" },
  columnsGone: { code: "columnsGone" },
  sheetGone: { code: "sheetGone" },
  noRecord: { code: "noRecord" },
  unreadableRecords: { code: "unreadableRecords", count: some },
  superseded: { code: "superseded" },
  lookUpStopped: { code: "lookUpStopped" },
  stopNotSaved: { code: "stopNotSaved" },
  sheetsFault: { code: "sheetsFault" },
  sheetsFull: { code: "sheetsFull" },
  storageFault: { code: "storageFault" },
};

const stops: Record<StopCode, true> = {
  apiKey: true,
  scope: true,
  ipList: true,
  forbidden: true,
  address: true,
  company: true,
  quota: true,
  breaker: true,
  lostBatches: true,
  emptyWindows: true,
};
const stopCodes = Object.keys(stops) as StopCode[];
const ends: ByWhy<EndReason> = {
  done: { why: "done" },
  stoppedByUser: { why: "stoppedByUser" },
  stop: { why: "stop", reason: "limitTooLong", untilMs: some },
  notRecorded: { why: "notRecorded", refusal: "unreadable" },
  columnsMoved: {
    why: "columnsMoved",
    cells: [
      { cell: "D7", had: text },
      { cell: "D8", had: "" },
    ],
  },
  columnsGone: { why: "columnsGone" },
  sheetGone: { why: "sheetGone" },
  otherKey: { why: "otherKey" },
};

const created = { kind: "created", orderId: "§id§", orderNumber: "", by: "answer", alsoMade: [] } as const;
const states: ByKind<EntryState> = {
  pending: { kind: "pending" },
  created,
  rejected: { kind: "rejected", code: "§code§", message: `${text}${"x".repeat(3_000)}` },
  notSent: { kind: "notSent", reason: "changed" },
  unconfirmed: { kind: "unconfirmed", reason: "killed" },
  absent: { kind: "absent" },
};
const moreStates: EntryState[] = [
  { ...created, alsoMade: ["§twice§"] },
  ...(["found", "typed", "unverified"] as const).map((by) => ({ ...created, by })),
  { kind: "rejected", code: "MISSING_COMPANY_ID", message: "" },
  { kind: "rejected", code: "NOT_FOUND", message: text },
  { kind: "rejected", code: "", message: "" },
  ...(["rateLimit", "apiKey", "scope", "ipList", "forbidden", "address", "stopped"] as const).map(
    (reason) => ({ kind: "notSent" as const, reason }),
  ),
  ...(
    [
      ...["serverError", "transport", "redirect", "unreadable"],
      ...["noId", "badId", "othersReference", "idTaken", "disproved"],
    ] as Extract<EntryState, { kind: "unconfirmed" }>["reason"][]
  ).map((reason) => ({ kind: "unconfirmed" as const, reason })),
  { kind: "unconfirmed", reason: "unreadable", words: `${text}${"x".repeat(3_000)}` },
];

const doubts: Record<ReconcileDoubt, true> = {
  wait: true,
  scope: true,
  refused: true,
  rateLimit: true,
  unreadable: true,
  unasked: true,
  totalsChanged: true,
  pagesMissing: true,
  idsMissing: true,
  tooLong: true,
  mentioned: true,
  alike: true,
  laterOrderMissing: true,
  noWitness: true,
  changed: true,
  otherApiKey: true,
  disproved: true,
  notInShop: true,
};

const fixes: Details<FixOutcome> = {
  fixed: { cells: some, left: other, undoToken: "" },
  undone: { cells: some },
  notWritten: {
    cells: ["A1", "A2", "A3", "A4", "A5", "A6", "A7"],
    written: some,
    undoToken: "",
  },
  changed: { cells: ["A1", "A2"] },
  nothing: {},
  tooOld: {},
  sheetGone: {},
};

const planWarnings: ByCode<Warning> = {
  similarHeader: { code: "similarHeader", header: similar },
  tooLongForToday: { code: "tooLongForToday", orders: some, perDay: other },
  anotherRuns: { code: "anotherRuns", userName: text, sinceMs: other, orders: some },
  unreadableRecords: { code: "unreadableRecords", count: some },
  journalNearlyFull: { code: "journalNearlyFull" },
  typedIds: { code: "typedIds", orders: some },
  cellsHit: { code: "cellsHit", cells: [{ cell: "H4", had: text }] },
  notOrders: { code: "notOrders", rows: some, first: [{ rowNumber: 7, reason: "note" }] },
};

const connections: Record<ConnectionState, true> = {
  works: true,
  noRead: true,
  apiKey: true,
  ipList: true,
  forbidden: true,
  address: true,
  rateLimit: true,
  serverError: true,
  unreadable: true,
  network: true,
  quota: true,
};

const records = ordersOf({ orderRef: "R-1" }, { orderRef: "R-2" });
const planned = (index: number): Question["first"] => {
  const record = records[index];
  return record ? { record, decision: { kind: "fix" } } : null;
};
const receipt = {
  ...{ selected: 8_001, created: 8_002, valid: 8_003, invalid: 8_004 },
  ...{ rejected: 8_005, notSent: 8_006, unconfirmed: 8_007, skipped: 8_008 },
};
const question: Question = {
  ...{ kind: "create", environment: "live", keyTail: "§tail§", orders: some, lookUps: other, units: 5 },
  ...{ first: planned(0), last: planned(1), rows: 4, hiddenRows: some, emptyRows: 0 },
  ...{ leftOut: receipt, secondsNeeded: 600, warnings: Object.values(planWarnings), remarks: noRemarks },
};
/** Of each kind more than the one that is told. */
const remarks = {
  columns: [{ field: "zip", columnIndex: 9, header: text }],
  defaults: { country: "§country§" },
  articles: records.map((record) => ({
    ...record,
    order: { ...record.order, articles: [{ code: "§code§", quantity: 2, title: "§title§" }] },
  })),
  unread: [{ columnIndex: 10, header: text }],
  name: { rowNumber: some, firstName: "§first§", lastName: "§last§" },
  warnings: warnings.slice(0, 2),
  fixes: ["digits", "singleName"].map((kind) => ({ ...place, kind, text: "§fixed§" })),
};
const questions = (["create", "check", "resolve", "sendAgain"] as const).flatMap((kind) => [
  { ...question, kind },
  { ...question, kind, environment: "test", orders: 1, secondsNeeded: 6_000, leftOut: emptyReceipt() },
]);

const helpFacts = [
  { key: "none", sheet: { kind: "unreadable" }, run: null },
  { key: "test", sheet: { kind: "notUnderstood" }, run: { kind: "check", state: "waiting" } },
  {
    key: "live",
    sheet: { kind: "understood", knownColumns: 9, rows: some },
    run: { kind: "create", state: "ended" },
  },
].map(({ run, ...facts }) => ({
  ...{ ...facts, version: text },
  run: run && { ...run, environment: "live", workedAtMs: other, counts: receipt },
}));
const keyFaults = ["empty", "space", "shape", "tooLong"].map((fault) => ({ of: "key", fault }));
const addressFaults = ["shape", "credentials", "scheme", "host", "port", "query"].map((fault) => ({
  of: "address",
  fault,
}));
const oneEach = (samples: readonly unknown[]) => samples.map((sample) => [sample]);
const mark = (problem: unknown[], warning: unknown[]) => ({ problems: problem, warnings: warning });

/** For each function of a catalogue, by its path, what to call it with. */
export const samples: Readonly<Record<string, readonly unknown[][]>> = {
  "addOn.settings.fault": oneEach([...keyFaults, ...addressFaults]),
  "addOn.connection": Object.keys(connections).flatMap((state) => [
    [state, "live"],
    [state, "test"],
  ]),
  help: helpFacts.map((facts) => [facts, time]),
  "columns.notSaved": [[[]], [[["variantId", "sku"], ["zip"]]]],
  "columns.conflicts": [[{ conflicts: [{ field: "zip", columnIndexes: [3, 5] }] }]],
  "columns.given": ["shape", "field", "header", "repeated"].map((why) => [text, why]),
  templateNote: plainFields.flatMap((field) => [
    [field, true],
    [field, false],
  ]),
  moment: [["2026-03-22 18:45:00"]],
  "cells.entry": [...Object.values(states), ...moreStates].flatMap((state) => [
    [state, { edited: false }],
    [state, { edited: true }],
  ]),
  "cells.review": [...Object.values(reviews), ...moreReviews].map((review) => [review, time]),
  "cells.problems": [
    [{ rowNumbers: [7, 8], problems: [problems[0], problems[1]] }],
    [
      {
        rowNumbers: [9],
        problems: [1, 2, 3, 4, 5, 6, 7].map((rowNumber) => ({ ...problems[0], rowNumber })),
      },
    ],
  ],
  "cells.note": [[mark(problems, [])], [mark([], warnings)]],
  "cells.unresolved": Object.keys(doubts).flatMap((doubt) => [
    [doubt, "", "§order§"],
    [doubt, "§until§", "§order§"],
  ]),
  "findings.problem": oneEach(problems),
  "findings.warning": oneEach(warnings),
  "findings.fixed": (
    ["trimmed", "invisible", "apostrophe", "textFormula", "digits", "singleName"] as const
  ).map((kind) => [{ ...place, kind, text }]),
  "findings.notOrder": [
    [some, null],
    [some, "total"],
  ],
  "findings.cause": oneEach([
    ...[...problems, ...warnings].map(({ kind }) => ({ kind, field: "zip" })),
    { kind: "missing", field: null },
  ]),
  "findings.fix": oneEach(Object.entries(fixes).map(([kind, detail]) => ({ kind, ...detail }))),
  "runs.problem": oneEach([
    ...Object.values(runProblems),
    { code: "askColumns", because: "changed" },
    { code: "headers", problems: [], similar: [], isEmpty: true },
    { code: "noPermission", missing: ["requests"], willAsk: false },
    { code: "userOwnedCells", cells: [foreign] },
  ]),
  "runs.end": [
    ...Object.values(ends),
    ...stopCodes.map((reason) => ({ why: "stop", reason })),
    { why: "columnsMoved", cells: [] },
    { why: "superseded" },
    { why: "stuck", cell: "" },
    { why: "stuck", cell: "D7" },
  ].map((end) => [end, time]),
  "runs.question": questions.map((one) => [one, time]),
  "runs.remarks": (
    [
      "noKey",
      "noRead",
      "refused",
      "rateLimit",
      "unreadable",
      "changing",
      "tooMany",
    ] satisfies CatalogueFault[]
  ).map((articlesFault) => [{ ...remarks, articlesFault }, 1]),
  "runs.warning": [
    ...Object.values(planWarnings),
    { code: "anotherRuns", userName: "", sinceMs: other, orders: 1 },
    ...(["total", "repeatedHeader", "example", "note"] as const).map((reason) => ({
      code: "notOrders",
      rows: 1,
      first: [{ rowNumber: 7, reason }],
    })),
  ].map((warning) => [warning, time]),
  "runs.nothingToDo": [
    ["create", some, false],
    ["create", 0, false],
    ["resolve", 0, true],
    ["sendAgain", 0, true],
  ],
  "runs.anotherRuns": [[text, "§since§", some]],
  "runs.summary": [[receipt], [emptyReceipt()]],
  "runs.madeTwice": [[0], [1], [some]],
  "runs.hiddenRows": [[1], [some]],
  "runs.progress": [[some, other]],
  "runs.continue": [[some, other]],
  "runs.waitingForLimit": [[5_000]],
  "runs.orderName": [
    [text, [7, 8, 12]],
    ["", [7]],
  ],
  "runs.nameOf": [[records[0]], [undefined]],
};
