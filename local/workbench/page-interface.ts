import type {
  ButtonName,
  Dialog,
  PageDialog,
  SidebarPage,
  Toast,
  UserInterface,
} from "../runtime/user-interface";
import type { Mailbox } from "./mailbox";
import type { PageEvent } from "./page-event";

/** What the person pressed and typed. */
export interface DialogAnswer {
  button: ButtonName;
  text: string;
}

/** The add-on's dialogs, toasts and sidebar, shown in the page; a script waits until its dialog is answered. */
export class PageInterface implements UserInterface {
  private readonly answers = new Map<number, DialogAnswer>();
  private lastDialogId = 0;

  constructor(
    private readonly mailbox: () => Mailbox,
    private readonly tell: (event: PageEvent) => void,
  ) {}

  alert(dialog: Dialog): ButtonName {
    return this.ask(dialog, false).button;
  }

  prompt(dialog: Dialog): DialogAnswer {
    return this.ask(dialog, true);
  }

  toast({ title, message, seconds }: Toast): void {
    this.tell({ kind: "toast", title, message, seconds });
  }

  showSidebar({ title, html }: SidebarPage): void {
    this.tell({ kind: "sidebar", title, html });
  }

  showModalDialog(dialog: PageDialog): void {
    this.tell({ kind: "pageDialog", dialog });
  }

  /** Takes the person's answer; of two pages that answer the same dialog, the first one counts. */
  answer(dialogId: number, answer: DialogAnswer): void {
    if (dialogId === this.lastDialogId && !this.answers.has(dialogId)) this.answers.set(dialogId, answer);
  }

  private ask(dialog: Dialog, asksText: boolean): DialogAnswer {
    this.lastDialogId += 1;
    const dialogId = this.lastDialogId;
    this.tell({ kind: "dialog", dialog: { ...dialog, dialogId, asksText } });
    let answer: DialogAnswer | undefined;
    this.mailbox().readUntil(() => {
      answer = this.answers.get(dialogId);
      return answer !== undefined;
    });
    this.tell({ kind: "dialog", dialog: null });
    return answer ?? { button: "CLOSE", text: "" };
  }
}
