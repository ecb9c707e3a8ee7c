import type { PageState, TabName } from "../state/state";
import type { ViewProps } from "./view";

const names: readonly TabName[] = ["run", "columns", "problems", "settings"];

/** The largest number that fits on a tab. */
const maxShown = 99;

/** The tabs, by the pattern of the ARIA Authoring Practices: arrow keys move and open, one tab is in the tab order. */
export function TabList({ state, words, tell }: ViewProps) {
  const open = (tab: TabName) => {
    tell({ want: "tab", tab });
    document.getElementById(`tab-${tab}`)?.focus();
  };
  return (
    <div class="tablist" role="tablist" aria-label={words.tabsLabel}>
      {names.map((name, index) => {
        const amount = countOn(state, name);
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="panel"
            aria-selected={name === state.tab}
            aria-description={amount > 0 ? words.tabCount(amount) : undefined}
            tabIndex={name === state.tab ? 0 : -1}
            onClick={() => tell({ want: "tab", tab: name })}
            onKeyDown={(event) => {
              const target = names[targetIndex(event.key, index, names.length)];
              if (target === undefined) return;
              event.preventDefault();
              open(target);
            }}
          >
            <span class="tab-label">
              {words.tabs[name]}
              {amount > 0 && (
                <span class="tab-count" aria-hidden="true">
                  {amount > maxShown ? `${maxShown}+` : amount}
                </span>
              )}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** The number on a tab: what there is to fix in it. */
function countOn({ columns, problems }: PageState, name: TabName): number {
  if (name === "columns") return columns.missing;
  return name === "problems" ? (problems.list?.rows ?? 0) : 0;
}

/** Where a key leads from the tab at `index`; -1 for keys that lead nowhere. */
function targetIndex(key: string, index: number, length: number): number {
  if (key === "ArrowRight") return (index + 1) % length;
  if (key === "ArrowLeft") return (index + length - 1) % length;
  if (key === "Home") return 0;
  return key === "End" ? length - 1 : -1;
}
