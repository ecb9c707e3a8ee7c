import type { ApiAnswer } from "../../src/bitbybit/http";
import { judgeAnswer, judgeWave, type Verdict } from "../../src/bitbybit/outcome";
import { withReference } from "../../src/bitbybit/reference";
import { sendKeyOf } from "../orders/send-keys";
import { answerOf, errorOf } from "./answer";

const key = sendKeyOf();
const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: { firstName: "", lastName: "", phone: "", address1: "", city: "", province: "", zip: "" },
};
const { notes = "" } = withReference(payload, key, "notes");
const created = answerOf(201, { data: { id: "ord_1", orderNumber: "#1", notes } });

function verdict(answer: ApiAnswer, runHasCreated = false): Verdict {
  return judgeAnswer(answer, key, runHasCreated);
}

describe("an answer to the creation of an order", () => {
  test("201 with an ID: created", () => {
    expect(verdict(created)).toEqual({
      outcome: { kind: "created", orderId: "ord_1", orderNumber: "#1" },
      stop: null,
      withoutEcho: false,
    });
  });

  test("201 whose order does not show the reference: created, and no look-up can be relied on", () => {
    expect(verdict(answerOf(201, { data: { id: "ord_1" } }))).toMatchObject({
      outcome: { kind: "created" },
      withoutEcho: true,
    });
    const other = withReference(payload, sendKeyOf({ stem: "00000000" }), "notes").notes;
    expect(verdict(answerOf(201, { data: { id: "ord_1", notes: other } })).withoutEcho).toBe(true);
  });

  test.each<[string, ApiAnswer, object, string | null]>([
    [
      "400",
      errorOf(400, "VALIDATION_ERROR", "zip"),
      { kind: "rejected", code: "VALIDATION_ERROR", message: "zip" },
      null,
    ],
    ["400 without words", answerOf(400), { kind: "rejected", code: "", message: "" }, null],
    ["400 for a key without a company", errorOf(400, "MISSING_COMPANY_ID"), { kind: "rejected" }, "company"],
    ["401", errorOf(401, "INVALID_API_KEY"), { kind: "notSent", reason: "apiKey" }, "apiKey"],
    ["403 for the scope", errorOf(403, "INSUFFICIENT_SCOPE"), { kind: "notSent", reason: "scope" }, "scope"],
    ["403 for the IP list", errorOf(403, "IP_NOT_ALLOWED"), { kind: "notSent", reason: "ipList" }, "ipList"],
    [
      "403 for no known reason",
      answerOf(403, "<html>"),
      { kind: "notSent", reason: "forbidden" },
      "forbidden",
    ],
    [
      "404 before anything was created",
      answerOf(404, "<html>"),
      { kind: "notSent", reason: "address" },
      "address",
    ],
    ["429", errorOf(429, "RATE_LIMIT_EXCEEDED"), { kind: "notSent", reason: "rateLimit" }, null],
    ["302", answerOf(302), { kind: "unconfirmed", reason: "redirect" }, null],
    ["500", answerOf(500), { kind: "unconfirmed", reason: "serverError" }, null],
    ["502 with a page", answerOf(502, "<html>"), { kind: "unconfirmed", reason: "serverError" }, null],
    ["503", errorOf(503, "SERVICE_UNAVAILABLE"), { kind: "unconfirmed", reason: "serverError" }, null],
    ["201 without a body", answerOf(201), { kind: "unconfirmed", reason: "noId" }, null],
    ["201 without an ID", answerOf(201, { data: {} }), { kind: "unconfirmed", reason: "noId" }, null],
    ["200", answerOf(200, { data: { id: "ord_1" } }), { kind: "unconfirmed", reason: "unreadable" }, null],
    ["408", answerOf(408), { kind: "unconfirmed", reason: "unreadable" }, null],
    ["409", answerOf(409), { kind: "unconfirmed", reason: "unreadable" }, null],
    ["0", answerOf(0), { kind: "unconfirmed", reason: "unreadable" }, null],
  ])("%s", (_, answer, outcome, stop) => {
    const found = verdict(answer);
    expect(found.outcome).toMatchObject(outcome);
    expect(found.stop).toBe(stop);
  });

  test("404 once the run has created an order speaks of the order, not of the address", () => {
    expect(verdict(errorOf(404, "NOT_FOUND", "variant"), true)).toMatchObject({
      outcome: { kind: "rejected", code: "NOT_FOUND", message: "variant" },
      stop: null,
    });
  });

  test("no status is called Not sent but 401, 403, 404 and 429, whatever the body says", () => {
    for (let status = 0; status < 600; status += 1) {
      const { outcome } = verdict(errorOf(status, "RATE_LIMIT_EXCEEDED", "not made"));
      if (outcome.kind === "notSent") expect([401, 403, 404, 429]).toContain(status);
      if (outcome.kind === "rejected") expect(status).toBe(400);
    }
  });
});

describe("a wave", () => {
  const other = sendKeyOf({ stem: "11111111" });

  test("gives each order its own verdict, in the order of the requests", () => {
    const verdicts = judgeWave({ ok: true, answers: [created, errorOf(400, "X")] }, [key, other], true);
    expect(verdicts.map(({ outcome }) => outcome.kind)).toEqual(["created", "rejected"]);
  });

  test("that threw leaves every order unconfirmed, since some may have been made", () => {
    for (const failure of ["timeout", "address", "tooOften", "other"] as const) {
      const verdicts = judgeWave({ ok: false, failure }, [key, other], true);
      expect(verdicts.map(({ outcome }) => outcome)).toEqual([
        { kind: "unconfirmed", reason: "transport" },
        { kind: "unconfirmed", reason: "transport" },
      ]);
    }
  });

  test("refused for the day's quota was not sent, and the run stops", () => {
    expect(judgeWave({ ok: false, failure: "quota" }, [key], true)).toMatchObject([
      { outcome: { kind: "notSent", reason: "quota" }, stop: "quota" },
    ]);
  });

  test("with an answer too few leaves the order without one unconfirmed", () => {
    const verdicts = judgeWave({ ok: true, answers: [created] }, [key, other], true);
    expect(verdicts[1]?.outcome).toEqual({ kind: "unconfirmed", reason: "unreadable" });
  });
});
