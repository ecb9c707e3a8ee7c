/** What no sentence for a user may hold: a programmer's words, or a part of an API key beyond its last four characters. */
const unfit = /undefined|\[object|NaN|\bnull\b|\n\s+at |Error:|x-api-key|bbb_(test|live)_[A-Za-z0-9]{5}/;

/** Words by which a sentence tells what to do. */
const advice =
  /\b(type|clear|undo|select|choose|run(?= ")|finish|save|make|look|check|correct|compare|create|set|add|call|give|use|ask|cancel|put|sort|delete|wait|copy|try again|click|let|remove|open|goes on|comes back|can be sent again|again)(?!\w)/i;

/** Words that only English has. */
const english =
  /\b(the|this|that|is|are|was|were|of|and|or|not|rows?|cells?|columns?|sent|orders?|type|choose|select|click|again|look|empty|needs?|with|from|wait\w*|create\w*|check\w*|made|nothing)\b/gi;

/** What stays English in every language: what is quoted, headers, statuses, and bitbybit's own names. */
const names =
  /"[^"]*"|§\w+§|Order (ID|ref|number)|Send key|Variant ID|scope orders (READ|WRITE)|Settings > Developer|Created( \(test\))?|bitbybit Orders/g;

/** The English words that are left in an Indonesian sentence. */
export function englishIn(sentence: string): string[] {
  return sentence.replace(names, "").match(english) ?? [];
}

/** Fails if a sentence is not fit for an ops person's eyes. */
export function expectReadable(sentence: string): void {
  expect(sentence).not.toMatch(unfit);
  expect(sentence.trim()).toMatch(/^\S[\s\S]*[.:?…)]$/);
  expect(sentence).not.toMatch(/ {2}|\.\./);
}

/** Fails, besides, if it does not tell what to do. */
export function expectAdvice(sentence: string): void {
  expectReadable(sentence);
  expect(sentence).toMatch(advice);
}
