import { readReference } from "../bitbybit/reference";
import type { Evidence } from "../orders/order-record";
import { formatSendKey } from "../orders/send-key";
import type { LogLine } from "./log-line";
import type { Sighting } from "./look-up";
import { logLineOf } from "./result-cells";

/**
 * Lines for orders that bitbybit has and the log does not know as created. A log that was cut gets them back once all
 * orders were looked through, so that the next run too knows what exists. The Order ref is not in bitbybit, so it is empty.
 */
export function recoveredLines(sighting: Sighting, known: Evidence): LogLine[] {
  const lines: LogLine[] = [];
  for (const [stem, orders] of sighting.byStem) {
    if (known.byStem.get(stem)?.outcome === "created") continue;
    for (const order of orders) {
      const key = readReference(order, sighting.place);
      if (!key) continue;
      const { id: orderId, orderNumber } = order;
      const about = { keyText: formatSendKey(key), ref: "", atMs: order.createdAtMs ?? 0 };
      const note = "found in bitbybit: the line was missing";
      lines.push(logLineOf({ kind: "created", orderId, orderNumber }, key.environment, { ...about, note }));
    }
  }
  return lines;
}
