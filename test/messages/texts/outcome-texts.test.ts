import type { NotSentReason, UnconfirmedReason } from "../../../src/bitbybit/outcome";
import type { CreatedBy, EntryState } from "../../../src/journal/entry";
import { english } from "../../../src/messages/english/english";
import type { StopCode } from "../../../src/messages/stop-code";
import { outcomeTexts } from "../../../src/messages/texts/outcome-texts";
import { absent, created, pending } from "../../journal/entries";
import { expectAdvice, expectReadable } from "../sentences";

const { entry: entryText, stop: stopText } = outcomeTexts(english);

const notSent: NotSentReason[] = [
  "rateLimit",
  "apiKey",
  "scope",
  "ipList",
  "forbidden",
  "address",
  "changed",
  "stopped",
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
  "disproved",
  "killed",
];
const stops: StopCode[] = [
  "apiKey",
  "scope",
  "ipList",
  "forbidden",
  "address",
  "company",
  "quota",
  "breaker",
  "lostBatches",
  "emptyWindows",
];

const text = (state: EntryState, edited = false) => entryText(state, { edited });
const rejected = (code: string, message: string) => text({ kind: "rejected", code, message });

describe("what became of an order, in words", () => {
  test("needs none for a plain Created, nor while the request is under way", () => {
    expect([text(created("ord_1")), text(pending)]).toEqual(["", ""]);
  });

  test.each<Exclude<CreatedBy, "answer">>(["found", "typed", "unverified"])(
    "says how the ID is known: %s",
    (by) => {
      expectReadable(text(created("ord_1", { by })));
    },
  );

  test("says that a row was changed while its order was on the way, and what to do", () => {
    expectAdvice(text(created("ord_1"), true));
    expect(text(created("ord_1"), true)).toContain("bitbybit has what stood here before");
  });

  test("names every order of one that was made twice, edited or not, and says to cancel all but one", () => {
    for (const edited of [false, true])
      expect(text(created("a", { alsoMade: ["b", "c"] }), edited)).toBe(
        "Made twice: a, b, c. Cancel all but one of them in bitbybit.",
      );
  });

  test.each(unconfirmed)("unconfirmed (%s) says that it may exist and how to find out", (reason) => {
    const sentence = text({ kind: "unconfirmed", reason });
    expectAdvice(sentence);
    expect(sentence).toContain("may or may not exist");
    expect(sentence).toContain('"Resolve unconfirmed rows"');
  });

  test("unconfirmed after an answer that is not documented repeats its words, as it does those of a refusal", () => {
    const sentence = text({ kind: "unconfirmed", reason: "unreadable", words: "no\nstock" });
    expectAdvice(sentence);
    expect(sentence).toMatch(/^bitbybit answered: "no stock"\. .* may or may not exist/);
  });

  test.each(notSent)("not sent (%s) says what to do", (reason) => {
    expectAdvice(text({ kind: "notSent", reason }));
  });

  test("surely absent says that it can be sent again", () => {
    expectAdvice(text(absent));
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
    const cut = rejected("X", `a\n\tb${"c".repeat(60_000)}`);
    expect(cut).toContain('"a bccc');
    expect(cut).toContain("… (cut, 59,003 more characters)");
    expect(cut.length).toBeLessThan(2_000);
  });

  test("an API's =formula never begins the cell", () => {
    expect(rejected("VALIDATION_ERROR", '=IMPORTXML("x")')).toMatch(/^bitbybit refused/);
  });
});
