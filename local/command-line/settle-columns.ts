import type { ColumnsView } from "../../src/endpoints/columns";
import { isFurtherArticle } from "../../src/orders/columns/understand-sheet";
import { type DataField, headerOf } from "../../src/orders/field";
import type { AddOnSession } from "./add-on-session";
import { chooseColumns, isCertain, missingGroups, type UnderstoodColumn } from "./choose-columns";
import type { ColumnOptions } from "./column-options";
import { oneLine, tableLines, widestCell } from "./text-table";
import type { CommandWords } from "./words/english";

/** The columns of the sheet are known, or one line that says why not, below a table of what is proposed. */
export type SettledColumns =
  | {
      ok: true;
      /** How the columns are read; null if they are so by their names. */
      understood: UnderstoodColumn[] | null;
      warnings: readonly string[];
    }
  | { ok: false; message: string; details: string[] };

/**
 * Finds out how the columns of the sheet are read, as a person at the Columns tab does: what follows from names, from an
 * earlier confirmation or from the options is taken; a proposal is shown, and taken with `--accept-columns`.
 * What is taken is saved in the document's properties, as the tab saves it.
 */
export function settleColumns(session: AddOnSession, options: ColumnOptions): SettledColumns {
  const { columns, isMapped } = session.table();
  const { headerRow } = options;
  const isReady = columns !== null && (headerRow === null || headerRow === columns.headerRowNumber);
  if (isReady && !isMapped && !hasFields(options)) return { ok: true, understood: null, warnings: [] };
  session.select();
  const answer = isReady ? readView(session) : session.endpoints.getColumns(headerRow ?? undefined);
  if (!answer.ok) return refused(session, answer.message);
  const { columns: view } = answer;
  if (headerRow !== null && view.headerRow !== headerRow)
    return refused(session, session.words.columns.noHeaders(headerRow));
  const chosen = chooseColumns(view, options, session.messages, session.words);
  if (!chosen.ok) return refused(session, chosen.message);
  const { choice, understood } = chosen;
  if (isReady && !hasFields(options)) return { ok: true, understood, warnings: [] };
  if (understood.length === 0) return refused(session, withoutProposal(session));
  const missing = missingGroups(understood);
  // Several columns claim a field, and its sentence names it: whoever was given a column has none to choose any more.
  const conflicts = view.warnings.filter(
    (text) => !understood.some(({ label }) => text.includes(`"${label}"`)),
  );
  const { words } = session;
  const said = [...sentencesAbout(view, missing, conflicts, words), ...conflicts];
  // Without an Order ref the rows of one order would be sent as many.
  const refsOpen = conflicts.some((text) => text.includes(`"${headerOf.orderRef}"`));
  const mayLackArticles = unreadColumns(view, understood).some(({ header }) => isFurtherArticle(header));
  const isOpen = mayLackArticles || !isCertain(understood);
  const mustAsk = !isReady && (refsOpen || (!options.accept && isOpen));
  if (mustAsk || missing.length > 0) {
    const changed = isMapped && columns === null ? [session.messages.columns.headersChanged] : [];
    const { howToComplete, howToGoOn } = words.columns;
    const how = missing.length > 0 || refsOpen ? howToComplete : howToGoOn;
    return refused(session, [...changed, ...said, how].join(" "), proposalLines(view, understood, words));
  }
  const saved = session.endpoints.saveColumns(choice);
  return saved.ok ? { ok: true, understood, warnings: said } : refused(session, saved.message);
}

/** What the sheet was understood as, by the proposal and the options together. */
function sentencesAbout(
  { platform, headerRow }: ColumnsView,
  missing: readonly (readonly DataField[])[],
  conflicts: readonly string[],
  { columns }: CommandWords,
): string[] {
  const sentences: string[] = [];
  if (platform !== "") sentences.push(columns.looksLike(platform));
  if (headerRow !== 1) sentences.push(columns.headersIn(headerRow));
  const groups = missing.map((group) => group.map((field) => `"${headerOf[field]}"`));
  // What a conflict is about is asked there, and a recipient's own column is never the one that is missed.
  const open = groups.filter((names) => !names.some((name) => conflicts.some((text) => text.includes(name))));
  const names = open.map((group) => columns.anyOf(group.filter((name) => !name.startsWith('"Ship '))));
  if (names.length > 0) sentences.push(columns.missing(names));
  return sentences;
}

/** The columns that are read, as a table. */
export function understoodLines(
  understood: readonly UnderstoodColumn[],
  { columns }: CommandWords,
): string[] {
  return tableLines(
    columns.titles,
    understood.map((one) => [one.label, one.column, one.header, one.sample, columns.readBy[one.by]]),
  );
}

function hasFields({ map, defaults }: ColumnOptions): boolean {
  return map.length + defaults.length > 0;
}

/** How the columns are read now, with the headers of the row that they are read below. */
function readView(session: AddOnSession): ReturnType<AddOnSession["endpoints"]["getColumns"]> {
  const now = session.endpoints.getColumns();
  const below = now.ok ? session.endpoints.getColumns(now.columns.headerRow) : now;
  return now.ok && below.ok ? { ok: true, columns: { ...now.columns, columns: below.columns.columns } } : now;
}

function proposalLines(
  view: ColumnsView,
  understood: readonly UnderstoodColumn[],
  words: CommandWords,
): string[] {
  const unread = unreadColumns(view, understood).map(
    ({ column, header }) => `${column} "${oneLine(header, widestCell)}"`,
  );
  const lines = [...understoodLines(understood, words), ""];
  return unread.length === 0 ? lines : [...lines, words.columns.notRead(unread), ""];
}

function unreadColumns({ columns }: ColumnsView, understood: readonly UnderstoodColumn[]) {
  const read = new Set(understood.map(({ column }) => column));
  return columns.filter(({ column, header }) => header !== "" && !read.has(column));
}

/** Without anything to propose, the add-on's own refusal says what the sheet lacks. */
function withoutProposal(session: AddOnSession): string {
  const planned = session.endpoints.plan("check");
  return planned.ok ? "" : `${planned.message} ${session.words.columns.furtherDown}`;
}

function refused(session: AddOnSession, message: string, details: string[] = []): SettledColumns {
  return { ok: false, message: `${session.whichSheet()}${message}`, details };
}
