import { isOpen } from "../journal/entry";
import {
  contentKey,
  type Journal,
  type Request,
  requestKey,
  requestMayExist,
  worthOf,
} from "../journal/journal";
import type { DataField } from "../orders/field";
import type { OrderPayload } from "../orders/order";
import { addOnTextIn } from "../orders/rows/add-on-text";
import type { SendKey } from "../orders/send-key";
import { mostCautious, type Status } from "../orders/status";
import { type KeyStanding, type KeyStandings, standingsOf } from "../sheet/key-standing";
import { firstRowOf, isCreatedStatus, type OrderRecord, shownOrderId } from "../sheet/order-record";
import type { SheetReading } from "../sheet/sheet-reading";
import type { Standing } from "./decision";
import type { FactsContext, MadeElsewhere, MisplacedText, OrderFacts } from "./order-facts";

/** The facts of each order of a sheet. */
export class SheetFacts {
  readonly standings: KeyStandings;
  private readonly unexplainedRow: number | null;
  private readonly strays = new Map<string, number>();
  private readonly atHome = new Map<string, number>();
  /** Contents beside no key of their own, and their rows. */
  private readonly loose = new Map<string, number>();
  private readonly idRows = new Map<string, { rank: number; row: number }>();

  constructor(
    sheet: SheetReading,
    private readonly journal: Journal,
    private readonly context: FactsContext,
  ) {
    this.standings = standingsOf(sheet.orders, journal, sheet.sheetId, context.isOtherSheet);
    let unexplainedRow: number | null = null;
    for (const record of sheet.orders) {
      const key = this.standings.of(record);
      const row = firstRowOf(record);
      this.claimIds(record, key);
      if (key.kind === "home") this.countHome(record, key.key);
      else if (record.order.fingerprint !== null) this.loose.set(record.order.fingerprint, row);
      if (key.kind !== "unexplained" && key.kind !== "displaced" && key.kind !== "mixed") continue;
      for (const { key: stray, rowNumber } of record.rows) {
        if (!stray || this.isSurelyNotMade(stray) || this.standings.homeOf(requestKey(stray))) continue;
        const content = contentKey(stray.environment, stray.fingerprint);
        if (!this.strays.has(content)) this.strays.set(content, rowNumber);
      }
      if (key.kind === "unexplained" && !this.isSurelyNotMade(key.key)) unexplainedRow ??= row;
    }
    this.unexplainedRow = unexplainedRow;
  }

  of(record: OrderRecord): OrderFacts {
    const key = this.standings.of(record);
    const single = "key" in key ? key.key : null;
    const status = mostCautious(record.rows.map((row) => row.status));
    const orderId = shownOrderId(record);
    const entry = single ? worthOf(this.journal.request(single), single.attempt) : null;
    const shownRow = this.idRows.get(orderId)?.row ?? null;
    const idRow = shownRow === firstRowOf(record) ? this.contentRow(orderId, record) : shownRow;
    const content =
      record.order.fingerprint === null
        ? null
        : contentKey(this.context.environment, record.order.fingerprint);
    const strayKeyRow = content === null ? null : (this.strays.get(content) ?? null);
    const keys = key.kind === "mixed" ? key.keys : single ? [single] : [];
    return {
      record,
      status,
      orderId,
      key,
      entry,
      surelyNotMade:
        keys.every((one) => this.isSurelyNotMade(one)) &&
        // Nothing but an entry makes a row Unconfirmed: if it is gone, the journal is not what it was.
        !(status === "Unconfirmed" && single !== null && entry === null),
      sameEnvironment: single?.environment === this.context.environment,
      sameApiKey: single?.apiKeyHash === this.context.apiKeyHash,
      madeElsewhere: content === null ? null : this.madeElsewhere(content, single, record.order.ref !== ""),
      lapsed: content === null ? null : this.lapsed(content),
      idRow,
      idIsAnothers: this.isAnothers(orderId, single),
      misplaced: this.misplaced(record.order.payload),
      strayKeyRow: record.rows.some((row) => row.rowNumber === strayKeyRow) ? null : strayKeyRow,
      unexplainedRow: this.unexplainedRow,
      standing: standingOf(status, key),
    };
  }

  /** By the journal: never opened by a run that is whole, or opened and known not to have made an order. */
  private isSurelyNotMade(key: SendKey): boolean {
    const entry = worthOf(this.journal.request(key), key.attempt);
    if (entry) return entry.state.kind !== "created" && !isOpen(entry.state);
    if (!this.journal.isWhole(key.runId)) return false;
    return this.journal.bareCount(contentKey(key.environment, key.fingerprint)) === 0;
  }

  /** An order at home accounts for the request of its content that is its own, or for one known by its content alone. */
  private countHome(record: OrderRecord, key: SendKey): void {
    if (this.journal.request(key)) return;
    if (!record.rows.every((row) => isCreatedStatus(row.status) && row.cells.orderId !== "")) return;
    const content = contentKey(key.environment, key.fingerprint);
    this.atHome.set(content, (this.atHome.get(content) ?? 0) + 1);
  }

  private claimIds(record: OrderRecord, key: KeyStanding): void {
    for (const orderId of new Set(record.rows.map((row) => row.cells.orderId))) {
      if (orderId === "") continue;
      const owner = this.journal.ownerOf(orderId);
      const isOwner = "key" in key && owner === requestKey(key.key);
      const rank = isOwner ? (key.kind === "home" ? 3 : 2) : owner === null && key.kind === "home" ? 1 : 0;
      const known = this.idRows.get(orderId);
      if (!known || rank > known.rank) this.idRows.set(orderId, { rank, row: firstRowOf(record) });
    }
  }

  /**
   * The row in which the content now stands that an Order ID was made for, if that is not this order's: rows were sorted
   * after their send keys were cleared. A row that accounts for an order of its own does not count, unless the cell holds
   * that order's number: a column went while results were written.
   */
  private contentRow(orderId: string, { order: { fingerprint } }: OrderRecord): number | null {
    const byNumber = this.journal.ownerOfNumber(orderId);
    const owner = this.journal.ownerOf(orderId) ?? byNumber;
    if (owner === null) return null;
    const home = byNumber === null ? undefined : this.standings.homeOf(byNumber);
    if (home && home.order.fingerprint !== fingerprint) return firstRowOf(home);
    const environment = owner.startsWith("L") ? "live" : "test";
    const made = this.journal.request({ environment, requestId: owner.slice(1) })?.key.fingerprint;
    return made === undefined || made === fingerprint ? null : (this.loose.get(made) ?? null);
  }

  private misplaced(payload: OrderPayload | null): MisplacedText | null {
    if (!payload) return null;
    const { customerId = "", customer = {}, lineItems, shippingAddress, notes = "", tags = [] } = payload;
    const variants = lineItems.map((line) => ["variantId", line.productVariantId] as const);
    for (const [field, text] of [["customerId", customerId] as const, ...variants])
      if (this.isOrderId(text)) return { holds: "orderId", text, field };
    const texts = [
      ...variants,
      ...Object.entries(shippingAddress),
      ...Object.entries(customer),
      ["notes", notes],
      ...tags.map((tag) => ["tags", tag]),
    ] as [DataField, string][];
    for (const [field, text] of texts)
      if (this.context.words.isMessage(text)) return { holds: "message", text, field };
    return null;
  }

  private isAnothers(orderId: string, own: SendKey | null): boolean {
    if (orderId === "") return false;
    const isAddOns = this.context.words.isMessage(orderId) || addOnTextIn(orderId) !== null;
    return isAddOns || this.journal.isAnothers(orderId, own);
  }

  /** IDs of digits alone may be of an article and of an order at once. */
  private isOrderId(id: string): boolean {
    return /\D/.test(id) && (this.idRows.has(id) || this.journal.ownerOf(id) !== null);
  }

  /** More orders of this content may exist than orders of the sheet account for: one of them may be this one. */
  private madeElsewhere(content: string, own: SendKey | null, hasRef: boolean): MadeElsewhere | null {
    const ownRequest = own ? requestKey(own) : "";
    const isOther = (request: Request) =>
      requestKey(request.key) !== ownRequest && this.isUnaccounted(request);
    const same = this.journal.ofContent(content).find(isOther);
    const first = same ?? (hasRef ? this.journal.ofRecipient(content).find(isOther) : undefined);
    if (first) {
      const worth = worthOf(first);
      const orderId = worth?.state.kind === "created" ? worth.state.orderId : "";
      const open = worth && isOpen(worth.state) ? worth.key : null;
      return { orderId, atMs: worth?.atMs ?? 0, changed: !same, open };
    }
    const bare = this.journal.bareCount(content);
    return bare > (this.atHome.get(content) ?? 0) && this.context.knownUntilMs === 0
      ? { orderId: "", atMs: 0, changed: false, open: null }
      : null;
  }

  private lapsed(content: string): SendKey | null {
    const request = this.journal
      .ofContent(content)
      .find(
        (one) =>
          worthOf(one)?.state.kind === "absent" && this.standings.homeOf(requestKey(one.key)) === undefined,
      );
    return request?.key ?? null;
  }

  private isUnaccounted(request: Request): boolean {
    if (!requestMayExist(request)) return false;
    const worth = worthOf(request);
    if (worth && worth.atMs < this.context.knownUntilMs) return false;
    return this.standings.homeOf(requestKey(request.key)) === undefined;
  }
}

/** A cleared status beside a key may hide anything, so it counts as unconfirmed. */
function standingOf(status: Status | "", key: KeyStanding): Standing {
  if (isCreatedStatus(status)) return "created";
  if (status === "Unconfirmed" || status === "Sending") return "unconfirmed";
  return status === "" && key.kind !== "none" ? "unconfirmed" : "unsent";
}
