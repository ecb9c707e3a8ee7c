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

/** The groups of a list: by cause if the server tells causes, else by kind. None is empty. */
export function problemGroups({ items, causes }: ProblemList): ProblemGroup[] {
  if (causes === undefined) {
    return kindsInOrder
      .map((kind) =>
        groupOf(
          kind,
          kind,
          items.filter((item) => item.kind === kind),
        ),
      )
      .filter((group) => group.rows > 0);
  }
  const named = causes.map(({ cause, kind, title, rows, certain }) => ({
    key: cause,
    kind,
    title,
    rows,
    certain,
    items: items.filter((item) => item.cause === cause),
  }));
  const known = new Set(causes.map(({ cause }) => cause));
  const others = items.filter(({ cause }) => cause === undefined || !known.has(cause));
  const rest = problemGroups({ sheetName: "", more: 0, items: others });
  return [...named, ...rest].sort((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind));
}

function groupOf(key: string, kind: ProblemKind, items: ProblemItem[]): ProblemGroup {
  return { key, kind, title: null, rows: items.length, certain: 0, items };
}

/** The rows of these items, each once; null if there are none. */
export function rowsOf(items: readonly ProblemItem[]): ListedRows | null {
  const [first] = items;
  if (first === undefined) return null;
  const here = items.filter(({ sheetId }) => sheetId === first.sheetId);
  return { sheetId: first.sheetId, rowNumbers: [...new Set(here.map(({ rowNumber }) => rowNumber))] };
}

/** How many rows of a list need a person, listed or not. Warnings do not: their orders are sent as they are. */
export function problemCount(list: ProblemList): number {
  if (list.rows !== undefined) return list.rows;
  const groups = problemGroups(list).filter(({ kind }) => kind !== "warning");
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  return list.causes === undefined ? rows + list.more : rows;
}
