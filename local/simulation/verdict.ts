import { parseStatus } from "../../src/orders/status";
import type { Order } from "../api/order";
import { logSheets } from "./acts-on-records";
import { isTypedId } from "./mend";
import { groupedRows, type OrderRow, orderRows } from "./order-sheet";
import { apiKeys, type World } from "./world";

/** What a schedule must never end with. */
export type FailureKind =
  | "duplicate"
  | "lost"
  | "misplaced"
  | "stuck"
  | "unclaimed"
  | "mixed"
  | "unbalanced"
  | "key shown"
  /** A user was told that something unexpected went wrong. */
  | "unexpected"
  | "restless"
  | "fault";

/** One thing that is wrong at the end of a schedule. */
export interface Failure {
  kind: FailureKind;
  text: string;
}

/** What a schedule ended with. */
export interface Verdict {
  failures: Failure[];
  /** Orders of the sheets at the end, and of them those that are held, by the beginning of their Message. */
  orders: number;
  created: number;
  held: Map<string, number>;
  /** Orders made once more than wanted because a request landed beyond every wait; all of them reported. */
  madeTwice: number;
  /** What no rule can prevent, by its reason; see design of the journal in ARCHITECTURE.md. */
  unpreventable: Map<string, number>;
}

/** Holds the end of a schedule against what the user wanted. */
export function judge(world: World): Verdict {
  const verdict: Verdict = {
    failures: [],
    orders: 0,
    created: 0,
    held: new Map(),
    madeTwice: 0,
    unpreventable: new Map(),
  };
  const rows = orderRows(world.spreadsheet, world.tokenPlace);
  judgeRows(world, rows, verdict);
  judgeShop(world, rows, verdict);
  judgeSecrets(world, verdict);
  return verdict;
}

/** Each row says that its order is made, under an ID that is its own, or it says what to do. */
function judgeRows(world: World, rows: readonly OrderRow[], verdict: Verdict): void {
  const fail = failer(verdict);
  const made = new Map(world.made().map((order) => [order.id, world.tokenOf(order)]));
  const silentHomes = new Map<string, OrderRow>();
  for (const group of groupedRows(rows)) {
    verdict.orders += 1;
    const [first] = group;
    if (first === undefined) continue;
    if (group.every((row) => isCreated(row) && row.orderId !== "" && !isHeld(row))) verdict.created += 1;
    else {
      const reason = reasonOf(group.find((row) => row.message !== "")?.message ?? "");
      verdict.held.set(reason, (verdict.held.get(reason) ?? 0) + 1);
    }
    for (const row of group) {
      const place = `${row.sheet.name} row ${row.row} (${row.token})`;
      if (row.status === "Sending") fail("stuck", `${place} is still Sending`);
      const isFilled = world.filledIds.has(row.orderId) && !made.has(row.orderId);
      const madeUp = isTypedId(row.orderId) || isFilled || isOwnWord(row);
      if (row.orderId !== "" && !isHeld(row) && !madeUp) {
        const token = made.get(row.orderId);
        if (token !== row.token)
          fail("misplaced", `${place} shows ${row.orderId}, which is ${token ?? "no order"}`);
        const other = silentHomes.get(`${row.sheet.sheetId} ${row.orderId}`);
        if (other !== undefined && !group.includes(other))
          fail("misplaced", `${place} and row ${other.row} both show ${row.orderId}`);
        silentHomes.set(`${row.sheet.sheetId} ${row.orderId}`, row);
      }
      if (isCreated(row) && row.orderId === "" && row.message === "")
        fail("lost", `${place} is ${row.status} without an ID`);
      if (!isCreated(row) && group.every((one) => one.message === ""))
        fail("lost", `${place} is "${row.status}" and says nothing`);
    }
  }
}

/** Each order of the shop is one that the user wanted, and stands in the sheet or in the log. */
function judgeShop(world: World, rows: readonly OrderRow[], verdict: Verdict): void {
  const fail = failer(verdict);
  const byToken = new Map<string, Order[]>();
  for (const order of world.made()) {
    const token = world.tokenOf(order);
    byToken.set(token, [...(byToken.get(token) ?? []), order]);
  }
  const log = textOfLog(world);
  const shown = new Set(rows.map((row) => row.orderId));
  const messages = rows.map((row) => row.message).join("\n");
  const keys = rows.map((row) => row.sendKey).join("\n");
  for (const [token, orders] of byToken) {
    const wanted = world.wanted.of(token);
    const present = rows.filter((row) => row.token === token);
    const ids = orders.map(({ id }) => id);
    if (ids.length > wanted.most) {
      // Without the key that the user threw away nothing in the sheet tells the two from two orders of the same content.
      const reported =
        present.length === 0 || wanted.cleared || messages.includes("Made twice") || present.every(isHeld);
      if (wanted.beyondWait && reported) verdict.madeTwice += ids.length - wanted.most;
      else if (world.propertiesLost && wanted.cleared) countUnpreventable(verdict, lostTogether);
      else if (wanted.edited && wanted.parted)
        countUnpreventable(verdict, "an order was parted from its send key by a sort, and edited");
      else fail("duplicate", `${token} was wanted ${wanted.most} times and made as ${ids.join(", ")}`);
    }
    for (const order of orders) {
      for (const text of foreignTexts(order, wanted.typed))
        fail("mixed", `${order.id} of ${token} holds ${text}`);
    }
    for (const { id, notes } of orders) {
      if (shown.has(id) || messages.includes(id) || log.includes(id) || present.some(isHeld)) continue;
      // Rows that were deleted while nobody knew how their order ended: the log knows its send key.
      const stem = /Sheet ref: \w{5}-(\w{8})/.exec(world.lostNotes.get(id) ?? notes ?? "")?.[1] ?? "";
      const rowGone = present.length === 0 || (present.length < wanted.most && !keys.includes(stem));
      if (rowGone && (world.logTouched || log.includes(stem))) continue;
      // The user threw away both records of it, so only the shop knows; or one of them, and the log knows the attempt.
      if (wanted.cleared && (world.logTouched || log.includes(stem))) continue;
      if (world.propertiesLost && (wanted.cleared || rowGone)) {
        countUnpreventable(verdict, lostTogether);
        continue;
      }
      // The row already tells of two orders, and nothing looks for a third one that lands beyond every wait.
      if (wanted.beyondWait && present.some((row) => row.message.includes("Made twice"))) {
        countUnpreventable(verdict, "a third request landed beyond every wait");
        continue;
      }
      fail("lost", `${id} of ${token} stands neither in the sheet nor in the log`);
    }
  }
}

const lostTogether = "properties and cells of an order were lost together";

function countUnpreventable({ unpreventable }: Verdict, reason: string): void {
  unpreventable.set(reason, (unpreventable.get(reason) ?? 0) + 1);
}

/** What an order holds that never stood in its rows. */
function foreignTexts({ lineItems, shippingAddress: address }: Order, typed: ReadonlySet<string>): string[] {
  const texts = [
    `First name=${address.firstName}`,
    `Last name=${address.lastName}`,
    `Address 1=${address.address1}`,
    `City=${address.city}`,
    `Zip=${address.zip}`,
    ...lineItems.flatMap((line) => [`Variant ID=${line.productVariant.id}`, `Quantity=${line.quantity}`]),
  ];
  return texts.filter((text) => !typed.has(text));
}

/** The log, and the records in document properties that wait for being written there. */
function textOfLog(world: World): string {
  const records = JSON.stringify(world.stores.documentProperties(world.spreadsheet.id).all());
  const lines = logSheets(world).flatMap((sheet) =>
    Array.from({ length: sheet.lastRow() }, (_, index) =>
      sheet
        .rowCells(index + 1)
        .map((cell) => cell?.value ?? "")
        .join(" "),
    ),
  );
  return [records, ...lines].join("\n");
}

/** The API key is in no cell, no property of the document, and nothing that was shown or logged. */
function judgeSecrets(world: World, verdict: Verdict): void {
  const fail = failer(verdict);
  const properties = JSON.stringify({
    ...world.stores.allProperties().documents,
    script: world.stores.allProperties().script,
  });
  const cells = world.spreadsheet.sheets.flatMap((sheet) =>
    Array.from({ length: sheet.lastRow() }, (_, index) =>
      sheet.rowCells(index + 1).map((cell) => `${cell?.value ?? ""} ${cell?.note ?? ""}`),
    ),
  );
  const everywhere: [string, string][] = [
    ["a document property", properties],
    ["a cell", JSON.stringify(cells)],
    ["something shown", world.shown.join("\n")],
  ];
  for (const key of Object.values(apiKeys)) {
    const secret = key.slice("bbb_test_".length, -4);
    for (const [place, text] of everywhere)
      if (text.includes(secret)) fail("key shown", `the API key is in ${place}`);
  }
}

function failer(verdict: Verdict): (kind: FailureKind, text: string) => void {
  return (kind, text) => {
    verdict.failures.push({ kind, text });
  };
}

function isCreated(row: OrderRow): boolean {
  return row.status.startsWith("Created");
}

/**
 * A status or a time in the Order ID cell is no ID: a column was moved in the instant of a write. The run stopped and named
 * the cell, and its row says that something is wrong.
 */
function isOwnWord({ orderId, message }: OrderRow): boolean {
  return (
    message !== "" && (parseStatus(orderId) !== null || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(orderId))
  );
}

/** True for a row whose Message tells why its cells are not to be taken at their word. */
function isHeld(row: OrderRow): boolean {
  return row.message.startsWith("Needs your decision") || row.message.startsWith("Not known yet");
}

/** The beginning of a Message, without what is particular to one row. */
function reasonOf(message: string): string {
  return message
    .replace(/\b(ord_\w+|R-\d+|row \d+|rows [\d, –]+|[A-Z]+\d+)\b/g, "…")
    .replace(/\d+/g, "…")
    .slice(0, 90);
}
