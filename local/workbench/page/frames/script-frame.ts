import type { CallReply } from "../../thread-message";
import { element } from "../element";

/** The text that Apps Script's failure handlers get when the connection is gone (reported by users). */
const connectionFailure = "NetworkError: Connection failure due to HTTP 0";

/** Calls a function of the script. */
export type ScriptCall = (functionName: string, args: unknown[]) => Promise<CallReply>;

/** What the bridge in a frame sends: a call, or the wish to be closed. */
type FrameMessage = { call: number; functionName: string; args: string } | { close: true };

/** A page of the script in a frame of its own without access to this page, as in Sheets. Its calls come as messages. */
export class ScriptFrame {
  readonly element = element("iframe");

  /** `close` is what `google.script.host.close()` does. */
  constructor(
    { title, html }: { title: string; html: string },
    private readonly call: ScriptCall,
    private readonly close: () => void,
  ) {
    const frame = this.element;
    frame.title = title;
    frame.setAttribute("sandbox", "allow-scripts allow-forms");
    // The frame's own script puts google.script there first and then writes the page, as in Sheets.
    frame.addEventListener("load", () => frame.contentWindow?.postMessage({ page: html }, "*"), {
      once: true,
    });
    frame.src = "sidebar-frame";
    addEventListener("message", this.take);
  }

  /** Takes no more messages from the page, and takes it away. */
  remove(): void {
    removeEventListener("message", this.take);
    this.element.remove();
  }

  private readonly take = ({ source, data }: MessageEvent<FrameMessage>): void => {
    const frame = this.element.contentWindow;
    if (source === null || source !== frame) return;
    if ("close" in data) this.close();
    else void this.answer(frame, data);
  };

  private async answer(frame: Window, message: Extract<FrameMessage, { call: number }>): Promise<void> {
    const { call, functionName, args } = message;
    const reply = await this.call(String(functionName), JSON.parse(args)).catch(
      (): CallReply => ({ ok: false, message: connectionFailure }),
    );
    frame.postMessage({ call, ...reply }, "*");
  }
}
