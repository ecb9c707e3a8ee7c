import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Language } from "../../src/endpoints/settings";
import { startStandIn } from "../api/process";
import { pageFiles } from "./page-files";
import { portOf, workbenchServer } from "./server";
import { Workbench } from "./workbench";

const distPath = fileURLToPath(new URL("../../dist/", import.meta.url));

/** A workbench that answers. */
export interface StartedWorkbench {
  /** The page's address, with the session's token in its fragment. */
  address: string;
  /** Ends the server, the stand-in and the runtime, and removes what was uploaded. */
  close(): Promise<void>;
}

/**
 * Starts the workbench on a file. `port` 0 takes a free one; `language`: of the account in whose name the add-on runs. Rejects
 * with a sentence when it cannot be had.
 */
export async function startWorkbench(
  filePath: string,
  port: number,
  language: Language = "en",
): Promise<StartedWorkbench> {
  const [page, standIn] = await Promise.all([pageFiles(), startStandIn()]);
  const workbench = new Workbench(standIn, distPath, language);
  const token = randomBytes(18).toString("base64url");
  const server = workbenchServer(workbench, page, token);
  try {
    await workbench.open(filePath);
    await new Promise<void>((listening, failed) => {
      server.once("error", (error) => failed(new Error(`The port ${port} cannot be used: ${error.message}`)));
      server.listen(port, "127.0.0.1", () => listening());
    });
  } catch (error) {
    await workbench.close();
    throw error;
  }
  return {
    address: `http://127.0.0.1:${portOf(server)}/#${token}`,
    async close() {
      server.close();
      await workbench.close();
      server.closeAllConnections();
    },
  };
}
