import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startStandIn } from "../api/process";
import { openFile } from "../files/open-file";
import { helpText, parseOptions } from "./options";
import { pageFiles } from "./page-files";
import { portOf, workbenchServer } from "./server";
import { Workbench } from "./workbench";

const root = fileURLToPath(new URL("../../", import.meta.url));
const distPath = resolve(root, "dist");

/** Starts the workbench on `filePath`, or says in one line why it cannot. */
async function start(filePath: string, port: number): Promise<void> {
  const opened = await openFile(filePath);
  if (!opened.ok) return fail(opened.message);
  const page = await pageFiles(readFileSync(resolve(distPath, "sidebar.html"), "utf8"));
  const workbench = new Workbench(await startStandIn(), distPath);
  const token = randomBytes(18).toString("base64url");
  const server = workbenchServer(workbench, page, token);
  server.once("error", (error) => {
    fail(`The port ${port} cannot be used: ${error.message}`);
    void workbench.close().then(() => process.exit());
  });
  await workbench.open(filePath);
  const end = () => {
    void workbench.close().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  server.listen(port, "127.0.0.1", () => {
    console.log(`The workbench is at http://127.0.0.1:${portOf(server)}/#${token}`);
  });
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

const options = parseOptions(process.argv.slice(2));
if (options.kind === "help") console.log(helpText);
else if (options.kind === "problem") fail(options.message);
else await start(resolve(options.filePath ?? resolve(root, "examples/orders.csv")), options.port);
