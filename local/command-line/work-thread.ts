import { parentPort, workerData } from "node:worker_threads";
import { openFile } from "../files/open-file";
import type { ButtonName, Dialog } from "../runtime/local-runtime";
import { workerTransport } from "../runtime/local-runtime";
import { readBuiltAddOn } from "./built-add-on";
import { type DriveResult, drive } from "./drive";
import { type CommandOptions, isLiveKey } from "./options";
import { Question } from "./question";
import { StopSignal } from "./stop-signal";

/** The API to talk to, and the key for it. The thread gets it as a message, once there is one. */
export interface ApiAccess {
  address: string;
  key: string;
}

/** What the thread is started with. */
export interface WorkOrder {
  options: Pick<
    CommandOptions,
    "input" | "output" | "select" | "action" | "language" | "sheetName" | "encoding" | "columns"
  >;
  /** The folder of the built add-on. */
  addOnFolder: string;
  /** True if a person is to be asked before orders are made under a live key. */
  askForLiveKeys: boolean;
  stopMemory: SharedArrayBuffer;
  answerMemory: SharedArrayBuffer;
}

/** What the thread tells. */
export type WorkMessage =
  | { kind: "progress"; sentence: string }
  /** The add-on says something, or asks; if `ask` is set the thread waits for the answer. */
  | { kind: "dialog"; dialog: Dialog; ask: boolean }
  | { kind: "result"; result: DriveResult };

/** Does the work of a command in a thread of its own, since the local runtime blocks the one that it runs in. */
async function work({
  options,
  addOnFolder,
  askForLiveKeys,
  stopMemory,
  answerMemory,
}: WorkOrder): Promise<DriveResult> {
  const opened = await openFile(options.input, options);
  if (!opened.ok) return { ...opened, brokenOff: false };
  const addOn = readBuiltAddOn(addOnFolder);
  const api = await access;
  const ask = askForLiveKeys && isLiveKey(api.key);
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
    const { action, language, output, select, columns } = options;
    return drive(action, columns, {
      output,
      select,
      language,
      addOn,
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

/** Listened for from the beginning: it may come while the file is opened. */
const access = new Promise<ApiAccess>((resolve) => parentPort?.once("message", resolve));

function tell(message: WorkMessage): void {
  parentPort?.postMessage(message);
}

tell({ kind: "result", result: await work(workerData as WorkOrder) });
