import type { NotSentReason, Outcome, StopReason, UnconfirmedReason } from "../../src/bitbybit/outcome";
import { outcomeText, stopText } from "../../src/messages/outcome-text";
import { expectAdvice, expectReadable } from "./sentences";

const notSent: NotSentReason[] = [
  "rateLimit",
  "apiKey",
  "scope",
  "ipList",
  "forbidden",
  "address",
  "changed",
  "stopped",
  "absent",
];
const unconfirmed: UnconfirmedReason[] = [
  "serverError",
  "transport",
  "redirect",
  "unreadable",
  "noId",
  "badId",
  "othersReference",
  "idTaken",
  "killed",
];
const stops: StopReason[] = [
  "apiKey",
  "scope",
  "ipList",
  "forbidden",
  "address",
  "company",
  "quota",
  "breaker",
];

function rejected(code: string, message: string): string {
  return outcomeText({ kind: "rejected", code, message });
}

describe("what became of an order, in words", () => {
  test("a plain Created needs none", () => {
    expect(outcomeText({ kind: "created", orderId: "ord_1", orderNumber: "#1" })).toBe("");
  });

  test.each<Partial<Extract<Outcome, { kind: "created" }>>>([
    { note: "byHand" },
    { note: "found" },
    { note: "edited" },
    { madeTwice: ["ord_1", "ord_2"] },
  ])("created %j", (about) => {
    expectReadable(outcomeText({ kind: "created", orderId: "ord_1", orderNumber: "", ...about }));
  });

  test("made twice names every order and says to cancel one", () => {
    const text = outcomeText({ kind: "created", orderId: "a", orderNumber: "", madeTwice: ["a", "b"] });
    expect(text).toBe("Made twice: a, b. Cancel one of them in bitbybit.");
  });

  test.each(unconfirmed)("unconfirmed (%s) says that it may exist and how to find out", (reason) => {
    const text = outcomeText({ kind: "unconfirmed", reason });
    expectAdvice(text);
    expect(text).toContain("may or may not exist");
    expect(text).toContain('"Resolve unconfirmed rows"');
  });

  test.each(notSent)("not sent (%s)", (reason) => {
    expectAdvice(outcomeText({ kind: "notSent", reason }));
  });

  test.each(stops)("a run that stopped (%s) says what to do", (reason) => {
    expectAdvice(stopText(reason));
  });

  test("a refusal has the API's own words, its meaning and what to do", () => {
    expect(rejected("VALIDATION_ERROR", "zip is not known")).toBe(
      'bitbybit refused the order: "zip is not known". Correct the row and create it again.',
    );
    expect(rejected("NOT_FOUND", "Product variant v was not found")).toContain("check the Variant ID");
    expect(rejected("X", "")).toContain('"X"');
    expectAdvice(rejected("", ""));
    expectAdvice(rejected("MISSING_COMPANY_ID", "no company"));
  });

  test("words that are too long are cut, and the cut is told; line breaks become spaces", () => {
    const text = rejected("X", `a\n\tb${"c".repeat(60_000)}`);
    expect(text).toContain('"a bccc');
    expect(text).toContain("… (cut, 59003 more characters)");
    expect(text.length).toBeLessThan(2_000);
  });

  test("an API's =formula never begins the cell", () => {
    expect(rejected("VALIDATION_ERROR", '=IMPORTXML("x")')).toMatch(/^bitbybit refused/);
  });
});
