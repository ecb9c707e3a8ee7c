import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Language } from "../../src/endpoints/settings";
import type { StandInProcess } from "../api/process";
import { isRunning } from "../files/process-state";
import type { PageEvent } from "./page-event";
import { Session } from "./session";

/** What everything on the page belongs to: the opened file's session, the stand-in, and the pages that look. */
export class Workbench {
  private readonly pages = new Set<ServerResponse>();
  private uploadFolder: string | null = null;
  private current: Session | null = null;

  constructor(
    private readonly standIn: StandInProcess,
    private readonly distPath: string,
    private readonly language: Language,
  ) {}

  /** The session of the file that is open. */
  get session(): Session {
    if (this.current === null) throw new Error("No file is open.");
    return this.current;
  }

  /** Opens a file in place of the one before. Rejects with a sentence when it cannot be used; the old one then stays. */
  async open(filePath: string): Promise<void> {
    const { url, key } = this.standIn;
    const early: PageEvent[] = [];
    let live = false;
    const tell = (event: PageEvent) => {
      if (live) this.tell(event);
      else early.push(event);
    };
    const session = await Session.start(
      { filePath, distPath: this.distPath, language: this.language, apiAddress: url, apiKey: key },
      tell,
    );
    const before = this.current;
    this.current = session;
    live = true;
    for (const event of early) this.tell(event);
    await before?.close();
  }

  /** Opens a file that the page sent. A sentence when it cannot be used, else an empty text. */
  async openUpload(name: string, bytes: Buffer): Promise<string> {
    this.uploadFolder ??= await newUploadFolder();
    const folder = await mkdtemp(join(this.uploadFolder, "file-"));
    const path = join(folder, basename(name.replaceAll("\\", "/")) || "unnamed");
    await writeFile(path, bytes);
    try {
      await this.open(path);
      return "";
    } catch (error) {
      return (error instanceof Error ? error.message : String(error)).replaceAll(`${folder}/`, "");
    }
  }

  /** Keeps a page told: one event a line, from the present state on. */
  listen(response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" });
    for (const event of this.session.catchUp()) write(response, event);
    this.pages.add(response);
    response.on("close", () => {
      this.pages.delete(response);
      this.tell({ kind: "pages", count: this.pages.size });
    });
    this.tell({ kind: "pages", count: this.pages.size });
  }

  /** What the stand-in says of itself, as JSON, with the key that it lets in. */
  async standInState(): Promise<string> {
    const response = await fetch(`${this.standIn.adminUrl}/state`);
    return JSON.stringify({ ...Object(await response.json()), key: this.standIn.key });
  }

  /** Turns one of the stand-in's switches; `action` is the end of its path. */
  async turnStandIn(action: string, body: string): Promise<string> {
    const response = await fetch(`${this.standIn.adminUrl}/${action}`, { method: "POST", body });
    return response.text();
  }

  /** Ends everything that was started, and removes what was uploaded. */
  async close(): Promise<void> {
    for (const page of this.pages) page.end();
    await this.current?.close();
    await this.standIn.stop();
    if (this.uploadFolder !== null) await rm(this.uploadFolder, { recursive: true, force: true });
  }

  private tell(event: PageEvent): void {
    for (const page of this.pages) write(page, event);
  }
}

/** A folder for what pages send, readable by this user alone. Those of workbenches that were killed are removed. */
async function newUploadFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const process = /^bitbybit-workbench-(\d+)-/.exec(name)?.[1];
    if (process === undefined || isRunning(Number(process))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtemp(join(tmpdir(), `bitbybit-workbench-${process.pid}-`));
}

function write(page: ServerResponse, event: PageEvent): void {
  page.write(`${JSON.stringify(event)}\n`);
}
