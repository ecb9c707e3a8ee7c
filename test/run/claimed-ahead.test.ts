import { fileURLToPath, pathToFileURL } from "node:url";
import { AddOnDriver, benchStores, giveSettings } from "../../local/bench/add-on-contender";
import { orderSpreadsheet } from "../../local/bench/order-rows";
import { simulatedApi } from "../../local/bench/simulated-api";
import { tallyOrders } from "../../local/bench/tally";
import { readBuiltAddOn } from "../../local/command-line/built-add-on";
import { SimulatedClock } from "../../local/runtime/local-runtime";

const dist = fileURLToPath(new URL("../../dist", pathToFileURL(__filename)));

describe("a wave that was claimed before its wait was over", () => {
  it("does not leave once a colleague with the same key has taken the window, and each order is made once", () => {
    const clock = new SimulatedClock(Date.UTC(2026, 0, 5, 9));
    const api = simulatedApi({ limit: 100, answerMs: 300 }, () => clock.now());
    const stores = benchStores();
    giveSettings(stores, "colleague");
    const shared = { stores, clock, http: api.transportFor(clock) };
    const ours = orderSpreadsheet(150, false);
    const theirs = Object.assign(orderSpreadsheet(100, false), { id: "colleague" });
    const colleague = new AddOnDriver(readBuiltAddOn(dist), {
      ...shared,
      spreadsheet: theirs,
      user: "colleague",
    });
    let claimedThen = 0;
    let requestsWhenClaimed = 0;
    let begunAtMs: number | null = null;
    let nextWaveAtMs: number | null = null;
    const driver = new AddOnDriver(readBuiltAddOn(dist), {
      ...shared,
      spreadsheet: ours,
      hooks: {
        // The sleep that follows the claim: while we wait, the window opens, and the colleague is the first in it.
        afterCall: ({ method }) => {
          if (method !== "sleep" || begunAtMs !== null) return;
          claimedThen = statusesOf(ours).filter((status) => status === "Sending").length;
          if (claimedThen === 0) return;
          clock.sleep(100);
          begunAtMs = clock.now();
          colleague.runToTheEnd();
          requestsWhenClaimed = api.count.requests;
        },
        beforeCall: ({ method }) => {
          if (method === "fetchAll" && begunAtMs !== null) nextWaveAtMs ??= clock.now();
        },
      },
    });
    driver.runToTheEnd();

    expect(claimedThen).toBeGreaterThan(1);
    expect(requestsWhenClaimed).toBe(200);
    // The claimed wave waits for the window after the one that the colleague has used.
    expect(Number(nextWaveAtMs) - Number(begunAtMs)).toBeGreaterThan(55_000);
    expect(api.count.refusedByLimit).toBe(0);
    expect(api.standIn.shop("test").listOrders({}, { page: 1, limit: 1 }).meta.total).toBe(250);
    const [first, second] = [
      tallyOrders(api.standIn, ours, 150, driver.idColumn()),
      tallyOrders(api.standIn, theirs, 100, colleague.idColumn()),
    ];
    expect([first.done, second.done]).toEqual([150, 100]);
  });
});

/** The Status column's texts. */
function statusesOf(spreadsheet: ReturnType<typeof orderSpreadsheet>): string[] {
  const sheet = spreadsheet.activeSheet;
  const column = sheet.rowCells(1).findIndex((cell) => cell?.value === "Status") + 1;
  return Array.from({ length: sheet.lastRow() }, (_, index) =>
    String(sheet.cell(index + 1, column).value ?? ""),
  );
}
