import { catalogueOf } from "../../src/messages/catalogue";
import { english as sidebar } from "../../src/sidebar/words/english";
import { samples } from "./samples";

type Maker = (...given: unknown[]) => string;

/**
 * Every message that users see in a cell, an alert or the sidebar, at least one of each kind, in English and without the place
 * or the beginning that others share. Questions, receipts, progress and captions are none.
 */
export function everyMessage(): string[] {
  const { findings, cells, runs, addOn, columns } = catalogueOf("en");
  const made: Readonly<Record<string, Maker>> = {
    "findings.problem": findings.problem as Maker,
    "findings.warning": findings.warning as Maker,
    "findings.fix": findings.fix as Maker,
    "cells.review": cells.review as Maker,
    "cells.entry": cells.entry as Maker,
    "cells.unresolved": cells.unresolved as Maker,
    "runs.problem": runs.problem as Maker,
    "runs.end": runs.end as Maker,
    "runs.warning": runs.warning as Maker,
    "runs.nothingToDo": runs.nothingToDo as Maker,
    "addOn.settings.fault": addOn.settings.fault as Maker,
    "addOn.connection": addOn.connection as Maker,
    "columns.notSaved": columns.notSaved as Maker,
  };
  const { replaced, forgotten, arguments: unusable } = addOn.settings;
  const messages = [
    ...Object.entries(made).flatMap(([path, make]) => (samples[path] ?? []).map((given) => make(...given))),
    ...(samples["cells.problems"] ?? []).flatMap(([order]) => [
      ...cells.problems(order as Parameters<typeof cells.problems>[0]).values(),
    ]),
    ...(samples["runs.remarks"] ?? []).flatMap(([remarks, most]) =>
      runs.remarks(remarks as Parameters<typeof runs.remarks>[0], Number(most)),
    ),
    ...Object.values(addOn.setUp),
    ...[replaced, forgotten, unusable, addOn.sheetGone, runs.unexpected, runs.noRowChosen],
    ...Object.values(sidebar.failures),
  ];
  return [...new Set(messages.map((message) => withoutBeginning(message, cells.reviewStart)))].filter(
    (message) => message !== "",
  );
}

function withoutBeginning(message: string, reviewStart: string): string {
  return message.replace(reviewStart, "").replace(/^(?:[A-Z]+\d+ [^:"]+|Row \d+): /, "");
}
