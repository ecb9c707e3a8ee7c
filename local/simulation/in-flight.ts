import type { HttpRequest, ServiceCall } from "../runtime/local-runtime";
import { orderRows } from "./order-sheet";
import type { World } from "./world";

/** When the batch of a key was opened; 0 when no record names it. */
function openingOf(records: readonly [string, string][], key: string): number {
  const head = records.find(
    ([name, value]) => /^bitbybit\.journal\.batch\.[^.]+$/.test(name) && value.includes(key),
  );
  return Number(/"at":([\d.]+)/.exec(head?.[1] ?? "")?.[1] ?? 0);
}

/** Remembers who has the fencing token since when. */
export function watchToken(world: World, call: ServiceCall): void {
  if (call.service !== "Properties" || !call.method.startsWith("setProp")) return;
  const owner = world.stores.documentProperties(world.spreadsheet.id).get("bitbybit.owner") ?? "";
  if (owner !== world.token.owner) world.token = { owner, takenAtMs: world.clock.now() };
}

/** No ID is shown before the journal knows it, as long as its storage answers. */
export function checkShown(world: World, call: ServiceCall): void {
  if (!world.undisturbed || world.storageFailed || call.method !== "flush") return;
  const records = JSON.stringify(world.stores.documentProperties(world.spreadsheet.id).all());
  for (const { orderId, row } of orderRows(world.spreadsheet, world.tokenPlace))
    if (orderId !== "" && !records.includes(orderId))
      world.failures.push({
        kind: "unclaimed",
        text: `row ${row} shows ${orderId} before the journal knows it`,
      });
}

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
  // A user may damage or lose the record in the very moment between its read-back and the request.
  const isTouched = world.propertiesLost || world.damaged.length > 0;
  if (
    !isTouched &&
    !records.some(([name, value]) => name.startsWith("bitbybit.journal.batch.") && value.includes(key))
  )
    fail(`${key} left without an entry`);
  const runId = key.split("-")[1]?.slice(9, 13) ?? "";
  const { owner, takenAtMs } = world.token;
  const openedAtMs = openingOf(records, key);
  if (!owner.startsWith(`${runId}.`) && takenAtMs < openedAtMs)
    fail(`${key} left although ${owner} had the fencing token when its batch was opened`);
  if (!world.undisturbed) return;
  const rows = orderRows(world.spreadsheet, world.tokenPlace).filter((row) => row.sendKey === key);
  if (rows.length === 0 || rows.some((row) => row.status !== "Sending"))
    fail(`${key} left while its rows say ${rows.map((row) => `"${row.status}"`).join(", ")}`);
}
