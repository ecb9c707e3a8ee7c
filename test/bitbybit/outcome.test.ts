import * as fc from "fast-check";
import type { ApiAnswer } from "../../src/bitbybit/http";
import { type AnswerContext, judgeAnswer, judgeBatch, type Verdict } from "../../src/bitbybit/outcome";
import { referenceOf, withReference } from "../../src/bitbybit/reference";
import { sendKeyOf } from "../orders/send-keys";
import { answerOf, errorOf } from "./answer";

const key = sendKeyOf();
const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: { firstName: "", lastName: "", phone: "", address1: "", city: "", province: "", zip: "" },
};
const other = sendKeyOf({ requestId: "11111111" });
const apiKey = "bbb_test_kx7Qm2Vd9Rw4Tz8Lp3Hs6Nf1";
const context: AnswerContext = {
  place: "notes",
  apiKey,
  runHasCreated: false,
  idOwner: () => null,
  sentFor: () => null,
};

/** A 201 with the reference of a key, as the API gives it if it gives references back. */
function madeFor(one: typeof key, id = "ord_1"): ApiAnswer {
  return answerOf(201, {
    data: { id, orderNumber: "#1", notes: withReference(payload, one, "notes").notes },
  });
}

const created = madeFor(key);
const withoutNotes = (id: string) => answerOf(201, { data: { id, orderNumber: "#1" } });

function verdict(answer: ApiAnswer, about: Partial<AnswerContext> = {}): Verdict {
  return judgeAnswer(answer, key, { ...context, ...about });
}

describe("an answer to the creation of an order", () => {
  test("201 with an ID: created", () => {
    expect(verdict(created)).toEqual({
      outcome: { kind: "created", orderId: "ord_1", orderNumber: "#1" },
      stop: null,
      withoutEcho: false,
    });
  });

  test("201 whose order does not show the reference: created, and no scan can be relied on", () => {
    for (const notes of [undefined, null, "", "Ring twice", referenceOf(key).slice(0, -3)]) {
      expect(verdict(answerOf(201, { data: { id: "ord_1", notes } }))).toMatchObject({
        outcome: { kind: "created", orderId: "ord_1" },
        withoutEcho: true,
      });
    }
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
    [
      "422 with a reason",
      errorOf(422, "UNPROCESSABLE", "no stock"),
      { kind: "unconfirmed", reason: "unreadable", words: "no stock" },
      null,
    ],
    [
      "422 with a code alone",
      errorOf(422, "NO_STOCK", ""),
      { reason: "unreadable", words: "NO_STOCK" },
      null,
    ],
    ["0", answerOf(0), { kind: "unconfirmed", reason: "unreadable" }, null],
  ])("%s", (_, answer, outcome, stop) => {
    const found = verdict(answer);
    expect(found.outcome).toMatchObject(outcome);
    expect(found.stop).toBe(stop);
  });

  test("404 once the run has created an order speaks of the order, not of the address", () => {
    expect(verdict(errorOf(404, "NOT_FOUND", "variant"), { runHasCreated: true })).toMatchObject({
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

describe("a 201 that cannot be this order's", () => {
  const othersReference = { kind: "unconfirmed", reason: "othersReference" };

  test.each([
    ["another request", { requestId: "11111111" }],
    ["the same request in production", { environment: "live" as const }],
    ["the same request of another API key", { apiKeyHash: "0000" }],
  ])("shows the reference of %s", (_, parts) => {
    expect(verdict(madeFor(sendKeyOf(parts))).outcome).toEqual(othersReference);
  });

  test("an earlier attempt of the same request is this order's", () => {
    const again = sendKeyOf({ attempt: 2 });
    expect(judgeAnswer(created, again, context).outcome.kind).toBe("created");
  });

  test("shows no reference, and holds another order than was sent", () => {
    const sentFor = () => payload;
    const lineItems = [{ productVariant: { id: "w" }, quantity: 1 }];
    const answered = (notes?: string) => answerOf(201, { data: { id: "o", notes, lineItems } });
    expect(verdict(answered(), { sentFor }).outcome).toEqual(othersReference);
    expect(verdict(answered()).outcome.kind).toBe("created");
    expect(verdict(answered(referenceOf(key)), { sentFor }).outcome.kind).toBe("created");
  });

  test("mentions another request, though not as its own reference, and not this one", () => {
    for (const notes of [`${referenceOf(other)} (via API)`, `${referenceOf(other)}\nCalled`])
      expect(verdict(answerOf(201, { data: { id: "o", notes } })).outcome).toEqual(othersReference);
    const tags = [referenceOf(other)];
    expect(verdict(answerOf(201, { data: { id: "o", tags } })).outcome).toEqual(othersReference);
  });

  test("shows its own reference in its place, so that a quoted one counts for nothing", () => {
    const tags = [referenceOf(other)];
    const notes = referenceOf(key);
    expect(verdict(answerOf(201, { data: { id: "o", notes, tags } })).outcome.kind).toBe("created");
  });

  test("has an ID that this spreadsheet gave to another request, with or without a reference", () => {
    const idOwner = (id: string) => (id === "ord_1" ? other.requestId : null);
    for (const answer of [created, withoutNotes("ord_1")])
      expect(verdict(answer, { idOwner }).outcome).toEqual({ kind: "unconfirmed", reason: "idTaken" });
    expect(verdict(madeFor(key, "ord_2"), { idOwner }).outcome.kind).toBe("created");
  });

  test("an ID that this spreadsheet gave to this very request is its own", () => {
    expect(verdict(created, { idOwner: () => key.requestId }).outcome.kind).toBe("created");
  });
});

describe("an ID that no cell can keep", () => {
  test("of 60,000 characters is cut, told, and the order is created", () => {
    const { outcome } = verdict(withoutNotes("x".repeat(60_000)));
    expect(outcome).toMatchObject({ kind: "created", idCut: true });
    expect(outcome.kind === "created" ? outcome.orderId.length : 0).toBeLessThanOrEqual(200);
  });

  test("cut in the same way is still found to belong to another request", () => {
    const long = "x".repeat(60_000);
    const first = verdict(withoutNotes(long)).outcome;
    const idOwner = (id: string) =>
      first.kind === "created" && id === first.orderId ? other.requestId : null;
    expect(verdict(withoutNotes(long), { idOwner }).outcome).toMatchObject({ reason: "idTaken" });
  });

  test.each(["a\nb", "a\u0000", "a\ud800", "\udc00", " a", "a\u2028", `x${apiKey}`, "bbb_live_other1"])(
    "%j is no evidence",
    (id) => {
      expect(verdict(withoutNotes(id)).outcome).toEqual({ kind: "unconfirmed", reason: "badId" });
    },
  );
});

test("the API key is in no outcome, whatever the API says", () => {
  const words = { orderNumber: `#${apiKey}`, notes: referenceOf(key) };
  const answers = [
    answerOf(201, { data: { id: "ord_1", ...words } }),
    answerOf(201, { data: { id: `${"x".repeat(500)}${apiKey}` } }),
    errorOf(400, apiKey, `The key ${apiKey} may not do that`),
  ];
  for (const answer of answers)
    expect(JSON.stringify(verdict(answer))).not.toContain(apiKey.slice("bbb_test_".length));
});

describe("a batch", () => {
  const judge = (answers: ApiAnswer[], keys = [key, other], about: Partial<AnswerContext> = {}) =>
    judgeBatch({ ok: true, answers }, keys, { ...context, ...about }).map(({ outcome }) => outcome);
  const idTaken = { kind: "unconfirmed", reason: "idTaken" };

  test("gives each order its own verdict, in the order of the requests", () => {
    expect(judge([created, errorOf(400, "X")]).map(({ kind }) => kind)).toEqual(["created", "rejected"]);
  });

  test("that threw leaves every order unconfirmed, since some may have been made", () => {
    for (const failure of ["timeout", "address", "tooOften", "other"] as const) {
      const verdicts = judgeBatch({ ok: false, failure }, [key, other], context);
      expect(verdicts).toEqual(
        [key, other].map(() => ({
          outcome: { kind: "unconfirmed", reason: "transport" },
          stop: null,
          withoutEcho: false,
        })),
      );
    }
  });

  test("that threw with words about the day's quota is just as unconfirmed, and the run stops", () => {
    expect(judgeBatch({ ok: false, failure: "quota" }, [key], context)).toEqual([
      { outcome: { kind: "unconfirmed", reason: "transport" }, stop: "quota", withoutEcho: false },
    ]);
  });

  test("with an answer too few leaves the order without one unconfirmed", () => {
    expect(judge([created])[1]).toEqual({ kind: "unconfirmed", reason: "unreadable" });
  });

  test("whose answers were swapped creates none of them", () => {
    const reasons = judge([madeFor(other, "b"), madeFor(key, "a")]);
    expect(reasons).toEqual([
      { kind: "unconfirmed", reason: "othersReference" },
      { kind: "unconfirmed", reason: "othersReference" },
    ]);
  });

  test("with one answer repeated believes it only for the order whose reference it shows", () => {
    expect(judge([created, created])).toMatchObject([
      { kind: "created", orderId: "ord_1" },
      { kind: "unconfirmed", reason: "othersReference" },
    ]);
    expect(judge([withoutNotes("ord_1"), madeFor(other)])).toMatchObject([
      idTaken,
      { kind: "created", orderId: "ord_1" },
    ]);
  });

  test("in which one ID answers all is no evidence for any, if all show their own reference or none", () => {
    expect(judge([madeFor(key), madeFor(other)])).toEqual([idTaken, idTaken]);
    expect(judge([withoutNotes("ord_1"), withoutNotes("ord_1")])).toEqual([idTaken, idTaken]);
  });

  test("never gives one ID to two orders, whatever the answers", () => {
    const keys = ["11111111", "22222222", "33333333", "44444444"].map((requestId) =>
      sendKeyOf({ requestId }),
    );
    const anAnswer = fc
      .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...keys, null))
      .map(([id, one]) => (one ? madeFor(one, id) : withoutNotes(id)));
    fc.assert(
      fc.property(fc.array(anAnswer, { minLength: 4, maxLength: 4 }), (answers) => {
        const idOwner = (id: string) => (id === "c" ? "22222222" : null);
        const outcomes = judge(answers, keys, { idOwner });
        const ids = outcomes.flatMap((outcome) => (outcome.kind === "created" ? [outcome.orderId] : []));
        expect(new Set(ids).size).toBe(ids.length);
        outcomes.forEach((outcome, index) => {
          if (outcome.kind === "created" && outcome.orderId === "c") expect(index).toBe(1);
        });
      }),
      { seed: 71 },
    );
  });
});
