import type { FaultKind } from "../../../local/api/faults";
import { SimulatedClock } from "../../../local/runtime/local-runtime";
import { simulatedNetwork } from "../../../local/simulation/simulated-network";
import { base, json, orderInput, standInWith, testKey } from "../api/set-up";

/** Sends so many orders at once, each under its fault, and tells which order each was answered with, by their places. */
function sent(faults: (FaultKind | null)[]): (number | undefined)[] {
  const standIn = standInWith();
  const left = [...faults];
  const network = simulatedNetwork(standIn, new SimulatedClock(0), () => {
    const kind = left.shift() ?? null;
    return kind && { kind, lateMs: 0 };
  });
  const request = {
    url: `${base}/orders`,
    method: "POST",
    headers: { "x-api-key": testKey, "Content-Type": "application/json" },
    body: JSON.stringify(orderInput()),
    followRedirects: false,
    validateCertificates: true,
    timeoutMs: 1,
  };
  const answers = network.sendAll(faults.map(() => request));
  const made = standIn.shop("test").allOrders();
  return answers.map(({ status, body }) =>
    made.findIndex(({ id }) => id === json({ status, headers: {}, body }).data?.id),
  );
}

describe("one call of fetchAll", () => {
  test("gives each request its own answer", () => {
    expect(sent([null, null, null])).toEqual([0, 1, 2]);
  });

  test("can give two of its requests each other's answer, and leaves one alone with its own", () => {
    expect(sent(["swapped", null, "swapped"])).toEqual([2, 1, 0]);
    expect(sent([null, "swapped"])).toEqual([0, 1]);
  });

  test("throws as a whole when one connection breaks, and says which address", () => {
    expect(() => sent([null, "reset-after", null])).toThrow(`Address unavailable: ${base}/orders`);
  });
});
