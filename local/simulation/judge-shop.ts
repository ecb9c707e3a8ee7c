import type { Order } from "../api/order";
import { logSheets } from "./acts-on-records";
import { isHeld } from "./judge-rows";
import type { OrderRow } from "./order-sheet";
import { failer, type Verdict } from "./verdict";
import type { World } from "./world";

/** Each order of the shop is one that the user wanted, and stands in the sheet or in the log. */
export function judgeShop(world: World, rows: readonly OrderRow[], verdict: Verdict): void {
  const fail = failer(verdict);
  const record = recordOf(world, rows);
  const byToken = new Map<string, Order[]>();
  for (const order of world.made()) {
    const token = world.tokenOf(order);
    byToken.set(token, [...(byToken.get(token) ?? []), order]);
  }
  for (const [token, orders] of byToken) {
    const present = rows.filter((row) => row.token === token);
    judgeNumber(world, token, orders, present, record, verdict);
    for (const order of orders) {
      for (const text of foreignTexts(order, world.wanted.of(token).typed))
        fail("mixed", `${order.id} of ${token} holds ${text}`);
      judgeTrace(world, token, order, present, record, verdict);
    }
  }
}

/** Everything in which an order may be told of. */
interface ShopRecord {
  /** The IDs that rows show. */
  shown: ReadonlySet<string>;
  messages: string;
  keys: string;
  log: string;
}

function recordOf(world: World, rows: readonly OrderRow[]): ShopRecord {
  return {
    shown: new Set(rows.map((row) => row.orderId)),
    messages: rows.map((row) => row.message).join("\n"),
    keys: rows.map((row) => row.sendKey).join("\n"),
    log: textOfLog(world),
  };
}

/** No order exists more often than it was wanted, but for what nothing can prevent. */
function judgeNumber(
  world: World,
  token: string,
  orders: readonly Order[],
  present: readonly OrderRow[],
  { messages }: ShopRecord,
  verdict: Verdict,
): void {
  const wanted = world.wanted.of(token);
  if (orders.length <= wanted.most) return;
  // Without the key that the user threw away nothing in the sheet tells the two from two orders of the same content.
  const isReported =
    present.length === 0 || wanted.cleared || messages.includes("Made twice") || present.every(isHeld);
  if (wanted.beyondWait && isReported) verdict.madeTwice += orders.length - wanted.most;
  else if (world.propertiesLost && wanted.cleared) countUnpreventable(verdict, lostTogether);
  else if (wanted.edited && wanted.parted)
    countUnpreventable(verdict, "an order was parted from its send key by a sort, and edited");
  else {
    const ids = orders.map(({ id }) => id).join(", ");
    failer(verdict)("duplicate", `${token} was wanted ${wanted.most} times and made as ${ids}`);
  }
}

/** An order stands in the sheet or in the log, or its row says that something is wrong. */
function judgeTrace(
  world: World,
  token: string,
  { id, notes }: Order,
  present: readonly OrderRow[],
  { shown, messages, keys, log }: ShopRecord,
  verdict: Verdict,
): void {
  const wanted = world.wanted.of(token);
  if (shown.has(id) || messages.includes(id) || log.includes(id) || present.some(isHeld)) return;
  const stem = /Sheet ref: \w{5}-(\w{8})/.exec(world.lostNotes.get(id) ?? notes ?? "")?.[1] ?? "";
  const isLogged = world.logTouched || log.includes(stem);
  // Rows that were deleted while nobody knew how their order ended: the log knows its send key.
  const isRowGone = present.length === 0 || (present.length < wanted.most && !keys.includes(stem));
  // Or the user threw away both records of it, so only the shop knows; or one of them, and the log knows the attempt.
  if ((isRowGone || wanted.cleared) && isLogged) return;
  if (world.propertiesLost && (wanted.cleared || isRowGone)) countUnpreventable(verdict, lostTogether);
  // The row already tells of two orders, and nothing looks for a third one that lands beyond every wait.
  else if (wanted.beyondWait && present.some((row) => row.message.includes("Made twice")))
    countUnpreventable(verdict, "a third request landed beyond every wait");
  else failer(verdict)("lost", `${id} of ${token} stands neither in the sheet nor in the log`);
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
