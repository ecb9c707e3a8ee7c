import type { CallReply } from "../thread-message";
import { byId, element } from "./element";

/** The text that Apps Script's failure handlers get when the connection is gone (reported by users). */
export const connectionFailure = "NetworkError: Connection failure due to HTTP 0";

/**
 * The sidebar in a frame of its own without access to this page, as in Sheets. Its calls come as messages and go to the
 * server after everything that the person did in the sheet before.
 */
export class SidebarFrame {
  private frame: HTMLIFrameElement | null = null;

  constructor(private readonly call: (functionName: string, args: unknown[]) => Promise<CallReply>) {
    byId("sidebar-close").addEventListener("click", () => this.close());
    addEventListener("message", (event) => {
      if (event.source !== null && event.source === this.frame?.contentWindow) {
        void this.answer(this.frame.contentWindow, event.data);
      }
    });
  }

  /** Shows a sidebar in place of the one before. */
  show(title: string, html: string): void {
    const frame = element("iframe");
    frame.title = title;
    frame.setAttribute("sandbox", "allow-scripts allow-forms");
    // The frame's own script puts google.script.run there first and then writes the page, as in Sheets.
    frame.addEventListener("load", () => frame.contentWindow?.postMessage({ page: html }, "*"), {
      once: true,
    });
    frame.src = "sidebar-frame";
    this.frame = frame;
    byId("sidebar-title").textContent = title;
    byId("sidebar-frame").replaceChildren(frame);
    byId("sidebar").hidden = false;
  }

  close(): void {
    this.frame = null;
    byId("sidebar-frame").replaceChildren();
    byId("sidebar").hidden = true;
  }

  private async answer(
    frame: Window,
    message: { call: number; functionName: string; args: string },
  ): Promise<void> {
    const { call, functionName, args } = message;
    const reply = await this.call(String(functionName), JSON.parse(args)).catch(
      (): CallReply => ({ ok: false, message: connectionFailure }),
    );
    frame.postMessage({ call, ...reply }, "*");
  }
}
