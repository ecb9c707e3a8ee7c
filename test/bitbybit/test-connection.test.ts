import type { ApiAnswer } from "../../src/bitbybit/http";
import { judgeConnection } from "../../src/bitbybit/test-connection";
import { answerOf, errorOf } from "./answer";

describe("what listing one order shows", () => {
  test.each<[string, ApiAnswer]>([
    ["works", answerOf(200, { data: [], meta: { total: 0 } })],
    ["apiKey", errorOf(401, "INVALID_API_KEY")],
    ["noRead", errorOf(403, "INSUFFICIENT_SCOPE")],
    ["ipList", errorOf(403, "IP_NOT_ALLOWED")],
    ["forbidden", answerOf(403)],
    ["address", answerOf(404)],
    ["rateLimit", answerOf(429)],
    ["serverError", answerOf(503)],
    ["unreadable", answerOf(200, "<html>a portal</html>")],
    ["unreadable", answerOf(302)],
  ])("%s", (state, answer) => {
    expect(judgeConnection({ ok: true, answers: [answer] })).toBe(state);
  });

  test("a request that threw speaks of the network, or of the day's quota", () => {
    expect(judgeConnection({ ok: false, failure: "address" })).toBe("network");
    expect(judgeConnection({ ok: false, failure: "quota" })).toBe("quota");
    expect(judgeConnection({ ok: true, answers: [] })).toBe("network");
  });
});
