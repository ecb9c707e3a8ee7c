import type { ProblemItem, ProblemKind, ProblemList } from "../../endpoints/problems";
import type { ListedRows } from "../../endpoints/runs";

/** Problems that are fixed in the same way, as the page shows them under one heading. */
export interface ProblemGroup {
  key: string;
  kind: ProblemKind;
  /** The heading in the server's words; null if the page names the group by its kind. */
  title: string | null;
  /** All rows with it, listed or not. */
  rows: number;
  /** Cells for which the cure is certain. */
  certain: number;
  items: ProblemItem[];
}

/** What may exist already comes first, then what needs a person, then what only has to be started again. */
const kindsInOrder: ProblemKind[] = [
  "twice",
  "unconfirmed",
  "held",
  "rejected",
  "invalid",
  "notSent",
  "warning",
];

/** The groups of a list: by cause; what has none by its kind. None is empty. */
export function problemGroups({ items, causes }: ProblemList): ProblemGroup[] {
  const named = causes.map(({ cause, ...group }) => ({
    ...group,
    key: cause,
    items: items.filter((item) => item.cause === cause),
  }));
  const known = new Set<string | undefined>(causes.map(({ cause }) => cause));
  const others = items.filter(({ cause }) => !known.has(cause));
  const byKind = kindsInOrder.map((kind) => {
    const ofKind = others.filter((item) => item.kind === kind);
    return { key: kind, kind, title: null, rows: ofKind.length, certain: 0, items: ofKind };
  });
  return [...named, ...byKind]
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind));
}

/** The rows of these items, each once; null if there are none. */
export function rowsOf(items: readonly ProblemItem[]): ListedRows | null {
  const [first] = items;
  if (first === undefined) return null;
  const here = items.filter(({ sheetId }) => sheetId === first.sheetId);
  return { sheetId: first.sheetId, rowNumbers: [...new Set(here.map(({ rowNumber }) => rowNumber))] };
}
