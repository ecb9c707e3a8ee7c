import { button, element } from "./element";

/** An entry of a menu: what it does, a separator, or a menu of its own. */
export type MenuEntry =
  | { caption: string; action: () => void }
  | { caption: string; entries: MenuEntry[] }
  | "separator";

/** A menu at a place of the page: arrow keys move, Escape closes, as in the ARIA Authoring Practices. */
export class PopupMenu {
  private menu: HTMLElement | null = null;
  private opener: HTMLElement | null = null;

  constructor() {
    document.addEventListener("pointerdown", (event) => {
      if (this.menu !== null && event.target instanceof Node && !this.menu.contains(event.target))
        this.close(false);
    });
  }

  /** A button that opens a menu under itself. */
  buttonFor(caption: string, entries: () => MenuEntry[]): HTMLButtonElement {
    const opener = button(caption, () => {
      const wasOpen = this.opener === opener;
      this.close(false);
      if (wasOpen) return;
      const { left, bottom } = opener.getBoundingClientRect();
      this.open(entries(), caption, left, bottom, opener);
    });
    opener.setAttribute("aria-haspopup", "menu");
    opener.setAttribute("aria-expanded", "false");
    // The press would close the menu before the click opens it again.
    opener.addEventListener("pointerdown", (event) => event.stopPropagation());
    opener.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") opener.click();
    });
    return opener;
  }

  /** Opens a menu with its upper left corner at this place; the focus goes back to `opener`. */
  open(entries: MenuEntry[], name: string, left: number, top: number, opener: HTMLElement | null): void {
    this.close(false);
    const menu = element("div", "menu");
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", name);
    menu.append(...entries.flatMap((entry) => this.entryElements(entry)));
    document.body.append(menu);
    menu.style.left = `${Math.min(left, innerWidth - menu.offsetWidth - 4)}px`;
    menu.style.top = `${Math.min(top, innerHeight - menu.offsetHeight - 4)}px`;
    menu.addEventListener("keydown", (event) => this.key(event));
    this.menu = menu;
    this.opener = opener;
    opener?.setAttribute("aria-expanded", "true");
    this.items()[0]?.focus();
  }

  private close(giveFocusBack: boolean): void {
    this.menu?.remove();
    this.menu = null;
    this.opener?.setAttribute("aria-expanded", "false");
    if (giveFocusBack) this.opener?.focus();
    this.opener = null;
  }

  /** A menu inside a menu shows as a heading with its items below. */
  private entryElements(entry: MenuEntry): HTMLElement[] {
    if (entry === "separator") {
      const line = element("div", "menu-separator");
      line.setAttribute("role", "separator");
      return [line];
    }
    if ("entries" in entry) {
      const group = element("div");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", entry.caption);
      const heading = element("div", "menu-heading", entry.caption);
      heading.setAttribute("role", "presentation");
      group.append(heading, ...entry.entries.flatMap((inner) => this.entryElements(inner)));
      return [group];
    }
    const item = button(entry.caption, () => {
      this.close(true);
      entry.action();
    });
    item.setAttribute("role", "menuitem");
    item.tabIndex = -1;
    return [item];
  }

  private items(): HTMLElement[] {
    return [...(this.menu?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  }

  private key(event: KeyboardEvent): void {
    const items = this.items();
    const index = items.indexOf(document.activeElement as HTMLElement);
    const targets: Record<string, number> = {
      ArrowDown: (index + 1) % items.length,
      ArrowUp: (index + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) items[target]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") this.close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
