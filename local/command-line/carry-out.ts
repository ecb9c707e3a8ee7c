import { Worker } from "node:worker_threads";
import { startStandIn } from "../api/process";
import { builtProgram } from "../built-program";
import type { DriveResult } from "./drive";
import { growInSmallSteps } from "./heap";
import type { CommandOptions } from "./options";
import { Question } from "./question";
import { StopSignal } from "./stop-signal";
import type { Terminal } from "./terminal";
import { commandWords } from "./words/words";
import type { ApiAccess, WorkMessage, WorkOrder } from "./work-thread";

/** npm hands Ctrl-C on to programs that have had it from the terminal already: what comes within this time is the same press. */
const samePressMs = 500;

/** Carries a command out: starts the stand-in if one is needed, and does the work while listening for Ctrl-C. */
export async function carryOut(
  options: CommandOptions,
  addOnFolder: string,
  terminal: Terminal,
): Promise<DriveResult> {
  if (options.api !== null) return inThread(options, Promise.resolve(options.api), addOnFolder, terminal);
  // The file is opened meanwhile.
  const standIn = startStandIn();
  const api = standIn.then(({ url, key }) => ({ address: url, key }));
  try {
    return await inThread(options, api, addOnFolder, terminal);
  } finally {
    await standIn.then(({ stop }) => stop()).catch(() => {});
  }
}

async function inThread(
  { input, output, select, action, language, sheetName, encoding, columns, yes }: CommandOptions,
  api: Promise<ApiAccess>,
  addOnFolder: string,
  terminal: Terminal,
): Promise<DriveResult> {
  const words = commandWords(language).runs;
  const stop = new StopSignal();
  const question = new Question();
  const order: WorkOrder = {
    options: { input, output, select, action, language, sheetName, encoding, columns },
    addOnFolder,
    askForLiveKeys: !yes,
    stopMemory: stop.memory,
    answerMemory: question.memory,
  };
  growInSmallSteps();
  const worker = new Worker(builtProgram("command-line/work-thread"), { workerData: order });
  const forget = onCtrlC(() => {
    terminal.complain(words.stopping);
    stop.give();
  });
  try {
    return await new Promise<DriveResult>((resolve, reject) => {
      api.then((access) => worker.postMessage(access), reject);
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("The work ended before its result.")));
      worker.on("message", (message: WorkMessage) => {
        if (message.kind === "result") resolve(message.result);
        else if (message.kind === "progress") terminal.progress(message.sentence);
        else if (message.ask)
          void terminal.ask(message.dialog.text, words.goOn).then((agreed) => question.answer(agreed));
        else if (message.dialog.buttons !== "OK") terminal.say(message.dialog.text);
      });
    });
  } finally {
    forget();
    terminal.clearProgress();
    await worker.terminate();
  }
}

/** Calls `first` at the first Ctrl-C; the second one ends the program, as a kill would. The answer ends the listening. */
function onCtrlC(first: () => void): () => void {
  let firstMs: number | null = null;
  const heard = () => {
    if (firstMs === null) {
      firstMs = Date.now();
      first();
    } else if (Date.now() - firstMs > samePressMs) process.exit(130);
  };
  process.on("SIGINT", heard);
  return () => process.off("SIGINT", heard);
}
