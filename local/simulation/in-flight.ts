import type { HttpRequest } from "../runtime/local-runtime";
import { orderRows } from "./order-sheet";
import type { World } from "./world";

/**
 * Looks at the record of an order at the moment when its request leaves: the journal in document properties names its key and,
 * as long as nobody else touches the sheet, its rows show `Sending` there for everybody to see.
 */
export function checkClaim(world: World, request: HttpRequest): void {
  if (request.method !== "POST") return;
  world.rememberRequest(request.body ?? "");
  const key = /Sheet ref: ([\w-]+)/.exec(request.body ?? "")?.[1] ?? "";
  const records = Object.entries(world.stores.documentProperties(world.spreadsheet.id).all());
  const fail = (text: string) => world.failures.push({ kind: "unclaimed", text });
  if (key === "") fail("a request left without a send key");
  if (!records.some(([name, value]) => name.startsWith("bitbybit.journal.batch.") && value.includes(key)))
    fail(`${key} left without an entry`);
  if (!world.undisturbed) return;
  const rows = orderRows(world.spreadsheet, world.tokenPlace).filter((row) => row.sendKey === key);
  if (rows.length === 0 || rows.some((row) => row.status !== "Sending"))
    fail(`${key} left while its rows say ${rows.map((row) => `"${row.status}"`).join(", ")}`);
}
