import { parentPort, workerData } from "node:worker_threads";
import { openFile } from "../files/open-file";
import type { ButtonName, Dialog } from "../runtime/local-runtime";
import { workerTransport } from "../runtime/local-runtime";
import { readBuiltAddOn } from "./built-add-on";
import { type DriveResult, drive } from "./drive";
import type { CommandOptions } from "./options";
import { Question } from "./question";
import { StopSignal } from "./stop-signal";

/** What the thread is started with. */
export interface WorkOrder {
  options: Pick<CommandOptions, "input" | "output" | "select" | "action" | "sheetName" | "encoding">;
  api: { address: string; key: string };
  /** The folder of the built add-on. */
  addOnFolder: string;
  /** True when a person is to be asked before orders are made. */
  ask: boolean;
  stopMemory: SharedArrayBuffer;
  answerMemory: SharedArrayBuffer;
}

/** What the thread tells. */
export type WorkMessage =
  | { kind: "progress"; sentence: string }
  /** The add-on says something, or asks; where `ask` is set the thread waits for the answer. */
  | { kind: "dialog"; dialog: Dialog; ask: boolean }
  | { kind: "result"; result: DriveResult };

/** Does the work of a command in a thread of its own, since the local runtime blocks the one that it runs in. */
async function work({
  options,
  api,
  addOnFolder,
  ask,
  stopMemory,
  answerMemory,
}: WorkOrder): Promise<DriveResult> {
  const opened = await openFile(options.input, options);
  if (!opened.ok) return { ...opened, brokenOff: false };
  const stop = new StopSignal(stopMemory);
  const question = new Question(answerMemory);
  const http = workerTransport();
  const answer = (dialog: Dialog): ButtonName => {
    const asked = ask && dialog.buttons !== "OK";
    tell({ kind: "dialog", dialog, ask: asked });
    const agreed = !asked || question.waitForAnswer();
    if (dialog.buttons.startsWith("OK")) return agreed ? "OK" : "CANCEL";
    return agreed ? "YES" : "NO";
  };
  try {
    const { action, output, select } = options;
    return drive(action, {
      output,
      select,
      addOn: readBuiltAddOn(addOnFolder),
      file: opened.file,
      api,
      http,
      stop,
      answer,
      onProgress: (sentence) => tell({ kind: "progress", sentence }),
      random: Math.random,
    });
  } finally {
    await http.close();
  }
}

function tell(message: WorkMessage): void {
  parentPort?.postMessage(message);
}

tell({ kind: "result", result: await work(workerData as WorkOrder) });
