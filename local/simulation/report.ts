import type { LanguageChoice } from "./drawn-unknowns";
import type { Totals } from "./totals";

/** The whole summary: what was injected, which orders ended held and why, and the line that counts. */
export function reportOf(totals: Totals, language: LanguageChoice = "drawn"): string {
  const { orders, created, madeTwice } = totals;
  const held = orders - created;
  const share = orders === 0 ? "0" : ((100 * held) / orders).toFixed(1);
  return [
    "Injected:",
    ...table(totals.injected),
    "",
    `${orders} orders in the sheets at the end, ${created} created, ${held} held or refused (${share} %):`,
    ...table(totals.held),
    "",
    ...(madeTwice > 0
      ? [
          `${madeTwice} made twice by requests that landed beyond every wait, each reported beside its row`,
          "",
        ]
      : []),
    ...unpreventableLines(totals),
    ...otherFailures(totals, language),
    closingLine(totals),
  ].join("\n");
}

/** What came of the exhaustive part. */
export function killsLine({ schedules, orders, created, failed }: Totals): string {
  const failures = failed.map(({ seed, texts }) => `\n  kill ${seed}: ${texts[0]}`).join("");
  return `A run of three waves killed at every service call, buffer kept and lost: ${schedules} kills, ${failed.length} failed, ${created} of ${orders} orders created${failures}\n`;
}

/** `2000 schedules, 0 duplicates, 0 lost, 0 misplaced`. */
export function closingLine({ schedules, failures }: Totals): string {
  const { duplicate = 0, lost = 0, misplaced = 0 } = failures;
  return `${schedules} schedules, ${duplicate} duplicates, ${lost} lost, ${misplaced} misplaced`;
}

/** What no rule can prevent is counted, each case with its reason. */
function unpreventableLines({ unpreventable }: Totals): string[] {
  const lines = Object.entries(unpreventable).map(
    ([reason, count]) => `${count} × ${reason}: no rule can prevent what followed`,
  );
  return lines.length > 0 ? [...lines, ""] : [];
}

/** Failures of other kinds, which the closing line does not count, and the seeds to look at. */
function otherFailures({ failures, failed }: Totals, language: LanguageChoice): string[] {
  const others = Object.entries(failures).filter(
    ([kind]) => !["duplicate", "lost", "misplaced"].includes(kind),
  );
  const lines = others.map(([kind, count]) => `${count} × ${kind}`);
  for (const { seed, texts } of failed.slice(0, 20)) lines.push(`seed ${seed}: ${texts[0]}`);
  const choice = language === "drawn" ? "" : ` --language ${language}`;
  if (failed.length > 0) lines.push(`Run one with: npm run simulate -- --seed SEED${choice}`, "");
  return lines;
}

function table(counts: Record<string, number>): string[] {
  return Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${String(count).padStart(8)}  ${name === "" ? "(no message)" : name}`);
}
