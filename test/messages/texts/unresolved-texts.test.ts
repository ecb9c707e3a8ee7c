import { english } from "../../../src/messages/english/english";
import { unresolvedTexts } from "../../../src/messages/texts/unresolved-texts";
import type { ReconcileDoubt } from "../../../src/ports/words";
import { expectAdvice } from "../sentences";

const unresolvedText = unresolvedTexts(english);

const doubts: ReconcileDoubt[] = [
  "wait",
  "scope",
  "refused",
  "rateLimit",
  "unreadable",
  "unasked",
  "totalsChanged",
  "pagesMissing",
  "idsMissing",
  "tooLong",
  "mentioned",
  "alike",
  "laterOrderMissing",
  "noWitness",
  "changed",
  "otherApiKey",
  "disproved",
  "notInShop",
];

describe("an order of which nobody knows whether it exists", () => {
  test.each(doubts)("%s says what to do", (doubt) => {
    for (const until of ["", "14:05"]) {
      expectAdvice(unresolvedText(doubt, until));
      expect(unresolvedText(doubt, until)).toMatch(/^Not known yet: /);
    }
  });

  test("that may still be on its way says from when on it can be told", () => {
    expect(unresolvedText("wait", "14:05")).toBe(
      'Not known yet: it may still be on its way. Run "Resolve unconfirmed rows" again from 14:05 on.',
    );
    expect(unresolvedText("wait", "")).toContain("again later.");
  });

  test.each<ReconcileDoubt>([
    "scope",
    "tooLong",
    "mentioned",
    "alike",
    "laterOrderMissing",
    "noWitness",
    "changed",
    "otherApiKey",
    "disproved",
  ])("%s, which no later look-up may end, names the ways out", (doubt) => {
    const text = unresolvedText(doubt, "", "ord_9");
    expect(text).toContain("type the Order ID");
    expect(text).toContain('"Not in bitbybit: send again"');
  });
});
