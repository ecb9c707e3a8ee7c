import type { Exchange } from "../../../local/api/exchange";
import { SwapDesk, swapAnswers, swapWaitMs } from "../../../local/api/swapped-answers";

const response = (body: string) => ({ status: 201, headers: {}, body });
const answer = (body: string, swaps = false): Exchange => ({
  kind: "answer",
  response: response(body),
  delayMs: 1,
  ...(swaps ? { swaps } : {}),
});
const bodies = (exchanges: readonly Exchange[]) =>
  exchanges.map((exchange) => (exchange.kind === "answer" ? exchange.response.body : "reset"));

test("marked answers that were sent together are given to each other in pairs, all others stay", () => {
  const exchanges: Exchange[] = [
    answer("a"),
    answer("b", true),
    { kind: "reset", delayMs: 1 },
    answer("c", true),
    answer("d", true),
    answer("e", true),
    answer("f", true),
  ];
  expect(bodies(swapAnswers(exchanges))).toEqual(["a", "c", "reset", "b", "e", "d", "f"]);
  expect(bodies(exchanges)).toEqual(["a", "b", "reset", "c", "d", "e", "f"]);
});

test("answers that come one by one wait for the next, and no longer than a second", async () => {
  const waits: { ms: number; end: () => void }[] = [];
  const desk = new SwapDesk((ms) => new Promise((end) => waits.push({ ms, end })));
  const first = desk.swap(response("a"));
  const second = desk.swap(response("b"));
  expect([(await first).body, (await second).body]).toEqual(["b", "a"]);
  const alone = desk.swap(response("c"));
  expect(waits.map(({ ms }) => ms)).toEqual([swapWaitMs, swapWaitMs]);
  waits[1]?.end();
  expect((await alone).body).toBe("c");
  const next = desk.swap(response("d"));
  const last = desk.swap(response("e"));
  expect([(await next).body, (await last).body]).toEqual(["e", "d"]);
});
