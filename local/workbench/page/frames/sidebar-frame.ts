import { byId } from "../element";
import { type ScriptCall, ScriptFrame } from "./script-frame";

/** The sidebar. Its calls go to the server after everything that the person did in the sheet before. */
export class SidebarFrame {
  private frame: ScriptFrame | null = null;

  constructor(private readonly call: ScriptCall) {
    byId("sidebar-close").addEventListener("click", () => this.close());
  }

  /** Shows a sidebar in place of the one before. */
  show(title: string, html: string): void {
    this.frame?.remove();
    this.frame = new ScriptFrame({ title, html }, this.call, () => this.close());
    byId("sidebar-title").textContent = title;
    byId("sidebar-frame").replaceChildren(this.frame.element);
    byId("sidebar").hidden = false;
  }

  close(): void {
    this.frame?.remove();
    this.frame = null;
    byId("sidebar").hidden = true;
  }
}
