import { byId } from "./elements";

/** The names in the ids `tab-…` and `panel-…`. */
export type TabName = "run" | "problems" | "settings";

const names: TabName[] = ["run", "problems", "settings"];

/** The tab list, by the pattern of the ARIA Authoring Practices: arrow keys move and open, one tab is in the tab order. */
export class Tabs {
  private readonly openers = new Map<TabName, () => void>();

  constructor() {
    names.forEach((name, index) => {
      const tab = byId(`tab-${name}`, HTMLButtonElement);
      tab.addEventListener("click", () => this.open(name));
      tab.addEventListener("keydown", (event) => {
        const target = names[targetIndex(event.key, index)];
        if (target === undefined) return;
        event.preventDefault();
        this.open(target);
        byId(`tab-${target}`, HTMLButtonElement).focus();
      });
    });
  }

  /** What to do each time a tab is opened. */
  whenOpened(name: TabName, action: () => void): void {
    this.openers.set(name, action);
  }

  open(name: TabName): void {
    for (const each of names) {
      const tab = byId(`tab-${each}`, HTMLButtonElement);
      tab.setAttribute("aria-selected", String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      byId(`panel-${each}`, HTMLElement).hidden = each !== name;
    }
    this.openers.get(name)?.();
  }
}

/** Where a key leads from the tab at `index`; -1 for keys that lead nowhere. */
function targetIndex(key: string, index: number): number {
  if (key === "ArrowRight") return (index + 1) % names.length;
  if (key === "ArrowLeft") return (index + names.length - 1) % names.length;
  if (key === "Home") return 0;
  return key === "End" ? names.length - 1 : -1;
}
