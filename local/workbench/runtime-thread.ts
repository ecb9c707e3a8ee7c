import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { openFile } from "../files/open-file";
import { LocalRuntime, SpreadsheetUser, Stores, workerTransport } from "../runtime/local-runtime";
import { ChangeFeed } from "./change-feed";
import { Mailbox } from "./mailbox";
import type { PageEvent } from "./page-event";
import { PageInterface } from "./page-interface";
import { ScriptQueue } from "./script-queue";
import type { ThreadData, ThreadReply, ThreadRequest } from "./thread-message";
import { PageUser } from "./user-act";

// The thread that holds the spreadsheet and runs the add-on on it. It blocks wherever a script does.

const port = parentPort;
if (port === null) throw new Error("runtime-thread.ts is the program of a worker thread.");
const data: ThreadData = workerData;

const opened = await openFile(data.filePath, { canGoElsewhere: true, language: data.language });
if (!opened.ok) throw new Error(opened.message);
const { spreadsheet, documentProperties, warnings } = opened.file;
const encode = () => opened.file.encode();

const reply = (message: ThreadReply) => port.postMessage(message);
const tell = (event: PageEvent) => reply({ kind: "event", event });
const feed = new ChangeFeed(spreadsheet, basename(data.filePath));
const publish = () => feed.changes().forEach(tell);

const stores = new Stores();
stores.scriptProperties().setAll({ "bitbybit.local": "1" });
stores.documentProperties(spreadsheet.id).setAll(documentProperties);
stores.userProperties("user").setAll({ "bitbybit.settings": settings() });

const ui = new PageInterface(() => mailbox, tell);
const user = new PageUser(spreadsheet, new SpreadsheetUser(spreadsheet, Date.now));
const mailbox = new Mailbox(port, data.signal, handle);
const runtime = new LocalRuntime({
  code: readFileSync(join(data.distPath, "Code.js"), "utf8"),
  htmlFiles: { sidebar: readFileSync(join(data.distPath, "sidebar.html"), "utf8") },
  spreadsheet,
  stores,
  clock: mailbox.clock(() => queue.whileAsleep()),
  random: Math.random,
  userLocale: data.language,
  http: workerTransport({ stopRequested: () => readMail() }),
  ui,
  beforeCall: () => readMail(),
  bufferAtKill: "kept",
});
const queue = new ScriptQueue(runtime, (event) => {
  if (event.kind === "running") publish();
  tell(event);
});

spreadsheet.onChange(publish);
publish();
const opening = runtime.execute("onOpen", [], { trigger: "simple", authMode: "LIMITED" });
if (opening.outcome !== "returned") tell({ kind: "failure", message: opening.message ?? "" });
tell({ kind: "menus", menus: runtime.menus });
queue.menu("openSidebar", () => reply({ kind: "ready" }));
for (const message of warnings) tell({ kind: "failure", message });

/** Edits that arrive while a script runs are carried out at once, as they would be in Sheets. */
function readMail(): false {
  mailbox.read();
  return false;
}

function handle(request: ThreadRequest): void {
  const { requestId } = request;
  switch (request.kind) {
    case "act":
      reply({ kind: "done", requestId, message: user.carryOut(request.act) });
      break;
    case "menu":
      queue.menu(request.functionName, () => reply({ kind: "done", requestId, message: "" }));
      break;
    case "call":
      queue.call(request.functionName, request.args, (answer) =>
        reply({ kind: "called", requestId, reply: answer }),
      );
      break;
    case "answer":
      ui.answer(request.dialogId, request);
      reply({ kind: "done", requestId, message: "" });
      break;
    case "encode":
      reply({ kind: "encoded", requestId, bytes: new Uint8Array(encode()) });
      break;
  }
}

/** The settings as the add-on stores them: the stand-in's address and key, so that everything works at once. */
function settings(): string {
  const { apiAddress, apiKey } = data;
  return JSON.stringify({ v: 1, apiKey, userName: "", referencePlace: "notes", apiAddress });
}
