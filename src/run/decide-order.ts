import type { ListedOrder } from "../bitbybit/answers";
import { readReference } from "../bitbybit/reference";
import { english } from "../messages/english";
import type { Disposition, Hold } from "../orders/disposition";
import type { OrderRecord } from "../orders/order-record";
import { formatSendKey, newStem, type SendKey } from "../orders/send-key";
import type { Execution } from "./execution";
import { checkedMark, type LogState, unverifiedLines } from "./log";
import { byHandNote, type LogLine } from "./log-line";
import type { Sighting } from "./look-up";
import type { PlannedOrder } from "./plan";
import { heldWrite, invalidWrite, outcomeWrite, validWrite } from "./planned-cells";
import type { RunKind } from "./progress";
import type { ReceiptCategory } from "./receipt";
import { foundOutcome, type LookUpAnswer, madeTwice } from "./resolve";
import { cellsOf, logLineOf, outcomeOfAttempt } from "./result-cells";
import type { Settled } from "./settle";
import type { PlannedWrite } from "./write-planned";

/** What is decided about one order once look-ups are done. */
export interface Decision {
  category: ReceiptCategory;
  write: PlannedWrite | null;
  line: LogLine | null;
  /** To be sent with this key. */
  key: SendKey | null;
}

/** What the look-up that comes before a run found. */
export interface Looked {
  log: LogState;
  answers: Map<OrderRecord, LookUpAnswer>;
  /** Null where nothing had to be looked up. */
  sighting: Sighting | null;
}

/** Decides about each order what is written beside it, how it counts, and whether it is sent. */
export class Decider {
  private readonly now: string;

  constructor(
    private readonly execution: Execution,
    private readonly kind: RunKind,
    private readonly settled: Settled,
    private readonly looked: Looked,
    private readonly runMark: string,
  ) {
    this.now = execution.ports.clock.format(execution.ports.clock.nowMs());
  }

  about({ record, disposition }: PlannedOrder): Decision {
    switch (this.kind) {
      case "create":
        return this.create(record, disposition);
      case "check":
        return this.check(record, disposition);
      case "resolve":
        return this.resolve(record, disposition);
      case "sendAgain":
        return this.sendAgain(record, disposition);
    }
  }

  private create(record: OrderRecord, disposition: Disposition): Decision {
    switch (disposition.kind) {
      case "send":
        return this.verified(record, disposition);
      case "created":
        return leave("skipped");
      case "invalid":
        return { ...leave("invalid"), write: invalidWrite(record, this.now) };
      case "held":
        return this.held(record, disposition.hold, disposition.as);
      case "byHand":
      case "known":
        return this.knownBefore(record, disposition);
      case "lookUp": {
        const answer = this.looked.answers.get(record);
        if (answer?.kind !== "absent" || !disposition.complete)
          return this.lookedUp(record, disposition, answer);
        const made = this.madeInstead(record, disposition);
        if (made) return made;
        return this.keyed(record, disposition.key.stem, disposition.key.attempt + 1);
      }
    }
  }

  /** Check never touches a row that was sent. */
  private check(record: OrderRecord, disposition: Disposition): Decision {
    if (disposition.kind === "send") return { ...leave("valid"), write: validWrite(record, this.now, null) };
    if (disposition.kind === "invalid") return { ...leave("invalid"), write: invalidWrite(record, this.now) };
    if (disposition.kind === "created") return leave("skipped");
    if (disposition.kind === "held" && disposition.as === "unsent")
      return this.held(record, disposition.hold, "unsent");
    return leave(disposition.kind === "held" && disposition.as === "created" ? "skipped" : "unconfirmed");
  }

  private resolve(record: OrderRecord, disposition: Disposition): Decision {
    if (disposition.kind === "lookUp")
      return this.lookedUp(record, disposition, this.looked.answers.get(record));
    if (disposition.kind === "byHand" || disposition.kind === "known")
      return this.knownBefore(record, disposition);
    if (disposition.kind === "held" && disposition.as === "unconfirmed") {
      return this.held(record, disposition.hold, "unconfirmed");
    }
    const stem = disposition.kind === "created" ? record.rows[0]?.key?.stem : undefined;
    const twice = stem && this.looked.sighting ? madeTwice(this.looked.sighting, stem) : null;
    if (!twice) return leave("skipped");
    const outcome = { ...foundOutcome(twice), orderId: record.rows[0]?.cells.orderId ?? "" };
    const number = record.rows[0]?.cells.orderNumber ?? "";
    return {
      ...leave("created"),
      write: outcomeWrite(
        record,
        cellsOf({ ...outcome, orderNumber: number }, this.execution.environment, this.now),
      ),
    };
  }

  /** A person says that the order is not in bitbybit: it is sent under a key that tells both attempts apart. */
  private sendAgain(record: OrderRecord, disposition: Disposition): Decision {
    if (!mayBeSentAgain(disposition) || !record.order.payload) return leave("skipped");
    const own = disposition.kind === "lookUp" && disposition.complete ? disposition.key : null;
    const decision = own ? this.keyed(record, own.stem, own.attempt + 1) : this.keyed(record, null, 1);
    return { ...decision, line: this.line(record, "Sent again by hand", decision.key) };
  }

  /** Where the log was cut, an order is sent only once bitbybit's own orders show that it is not there. */
  private verified(record: OrderRecord, send: Extract<Disposition, { kind: "send" }>): Decision {
    const { sighting } = this.looked;
    if (unverifiedLines(this.settled.log, checkedMark(this.execution)) > 0) {
      const first = sighting?.byStem.get(send.stem ?? "")?.[0] ?? this.madeElsewhere(record, send.stem);
      if (first) {
        const hold: Hold = { why: "madeBefore", orderId: first.id, atMs: first.createdAtMs ?? 0 };
        return this.held(record, hold, "unsent");
      }
      if (!sighting || sighting.doubt) return this.held(record, { why: "unverified" }, "unsent");
    }
    const decision = this.keyed(record, send.stem, send.attempt);
    return send.replaces === undefined
      ? decision
      : { ...decision, line: this.line(record, `Replaces test order ${send.replaces}`, decision.key) };
  }

  /** The hold of an absent order in whose place another run made one of this very content. */
  private madeInstead(
    record: OrderRecord,
    target: Extract<Disposition, { kind: "lookUp" }>,
  ): Decision | null {
    const seen = this.madeElsewhere(record, target.key.stem);
    const made = target.made ?? (seen && { orderId: seen.id, atMs: seen.createdAtMs ?? 0 });
    if (!made) return null;
    const { orderId, atMs } = made;
    return this.held(record, { why: "madeBefore", orderId, atMs }, "unconfirmed");
  }

  /** An order of this content that bitbybit has under another key, of another run than the one that keyed these rows. */
  private madeElsewhere(record: OrderRecord, stem: string | null): ListedOrder | null {
    const own = record.rows.find((row) => row.key)?.key?.runMark;
    const orders = this.looked.sighting?.byFingerprint.get(record.fingerprint ?? "") ?? [];
    const others = orders.filter((order) => {
      const key = readReference(order, this.execution.access.referencePlace);
      return key !== null && key.stem !== stem && (stem === null || key.runMark !== own);
    });
    return others[0] ?? null;
  }

  private keyed(record: OrderRecord, stem: string | null, attempt: number): Decision {
    const { environment, keyMark, ports } = this.execution;
    const key: SendKey = {
      environment,
      keyMark,
      stem: stem ?? newStem(ports.random),
      attempt,
      runMark: this.runMark,
      fingerprint: record.fingerprint ?? "",
      rowCount: record.rows.length,
    };
    return { category: "notSent", write: validWrite(record, this.now, formatSendKey(key)), line: null, key };
  }

  private held(record: OrderRecord, hold: Hold, as: Extract<Disposition, { kind: "held" }>["as"]): Decision {
    const write = heldWrite(record, hold, as, (atMs) => this.execution.ports.clock.format(atMs), this.now);
    return { ...leave(as === "unconfirmed" ? "unconfirmed" : "invalid"), write };
  }

  /** Log, slot or the user's own typing know how it ended. */
  private knownBefore(
    record: OrderRecord,
    disposition: Extract<Disposition, { kind: "known" | "byHand" }>,
  ): Decision {
    const outcome =
      disposition.kind === "byHand"
        ? ({
            kind: "created",
            orderId: disposition.orderId,
            orderNumber: record.rows[0]?.cells.orderNumber ?? "",
            note: "byHand",
          } as const)
        : outcomeOfAttempt(disposition.attempt);
    if (outcome?.kind !== "created") return leave("unconfirmed");
    const key =
      disposition.kind === "known" ? disposition.attempt.key : record.rows.find((row) => row.key)?.key;
    const environment = key?.environment ?? this.execution.environment;
    const write = outcomeWrite(record, cellsOf(outcome, environment, this.now));
    if (disposition.kind === "known") {
      for (const cells of write.cells) if (cells) cells.sendKey = disposition.attempt.keyText;
      return { ...leave("created"), write };
    }
    const keyText = record.rows.find((row) => row.key)?.cells.sendKey ?? "";
    const atMs = this.execution.ports.clock.nowMs();
    return {
      ...leave("created"),
      write,
      line: logLineOf(outcome, environment, {
        keyText,
        ref: record.order.ref,
        atMs,
        note: byHandNote,
      }),
    };
  }

  private lookedUp(
    record: OrderRecord,
    target: Extract<Disposition, { kind: "lookUp" }>,
    answer: LookUpAnswer | undefined,
  ): Decision {
    const { environment, ports } = this.execution;
    const about = { keyText: target.keyText, ref: record.order.ref, atMs: ports.clock.nowMs() };
    if (answer?.kind === "found") {
      const line = logLineOf(answer.outcome, environment, { ...about, note: "found by look-up" });
      return {
        ...leave("created"),
        write: keyedAgain(outcomeWrite(record, cellsOf(answer.outcome, environment, this.now)), target),
        line,
      };
    }
    if (answer?.kind === "absent" && target.complete) {
      const made = this.madeInstead(record, target);
      if (made) return made;
      const outcome = { kind: "notSent", reason: "absent" } as const;
      const line = logLineOf(outcome, environment, { ...about, note: "surely absent" });
      return {
        ...leave("notSent"),
        write: keyedAgain(outcomeWrite(record, cellsOf(outcome, environment, this.now)), target),
        line,
      };
    }
    const until =
      answer?.kind === "unknown" && answer.untilMs !== null ? ports.clock.format(answer.untilMs) : "";
    const doubt = answer?.kind === "unknown" ? answer.doubt : "wait";
    const message =
      answer?.kind === "absent" ? english.runs.absentPartial : english.runs.unresolved(doubt, until);
    const cells = record.rows.map((row) => ({ ...row.cells, status: "Unconfirmed", message }));
    return { ...leave("unconfirmed"), write: keyedAgain({ record, cells }, target) };
  }

  private line(record: OrderRecord, note: string, key: SendKey | null): LogLine {
    return {
      atMs: this.execution.ports.clock.nowMs(),
      event: "Decision",
      keyText: key ? formatSendKey(key) : "",
      orderId: record.rows[0]?.cells.orderId ?? "",
      orderNumber: "",
      environment: this.execution.environment,
      ref: record.order.ref,
      note,
    };
  }
}

/** Rows whose key was cleared get back the one that their order was sent with. */
function keyedAgain(write: PlannedWrite, { keyText }: { keyText: string }): PlannedWrite {
  return {
    ...write,
    cells: write.cells.map((cells) => cells && { ...cells, sendKey: cells.sendKey || keyText }),
  };
}

/** True where only a person's word is left. */
export function mayBeSentAgain(disposition: Disposition): boolean {
  if (disposition.kind === "lookUp") return true;
  if (disposition.kind !== "held") return false;
  const { why } = disposition.hold;
  return disposition.as === "unconfirmed" || why === "madeBefore" || why === "unverified";
}

function leave(category: ReceiptCategory): Decision {
  return { category, write: null, line: null, key: null };
}
