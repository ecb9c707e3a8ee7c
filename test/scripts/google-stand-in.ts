import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod/mini";

/** One file of a script, as the Apps Script API transports it. */
export interface ScriptFile {
  name: string;
  type: "SERVER_JS" | "HTML" | "JSON";
  source: string;
}

/** A script project of the stand-in. */
export interface ScriptProject {
  title: string;
  parentId: string | undefined;
  files: ScriptFile[];
  /** The descriptions of its versions; the first is version 1. */
  versions: string[];
  deployments: { deploymentId: string; versionNumber?: number; description?: string }[];
}

/** An answer that stands for a refusal by Google: its HTTP status and its words. */
export interface Refusal {
  status: number;
  message: string;
  /** Only requests whose `METHOD path` match are refused. Default all. */
  on?: RegExp;
}

/** The access token that the stand-in lets in. */
export const accessToken = "rehearsal-token";
/** The account behind it. */
export const account = "ops@example.com";

const fileShape = z.object({
  name: z.string().check(z.minLength(1)),
  type: z.enum(["SERVER_JS", "HTML", "JSON"]),
  source: z.string(),
});
const contentShape = z.object({ files: z.array(fileShape) });
const projectShape = z.object({ title: z.string(), parentId: z.optional(z.string()) });
const versionShape = z.object({ description: z.string() });
const configShape = z.object({
  versionNumber: z.number(),
  manifestFileName: z.literal("appsscript"),
  description: z.string(),
});
const sheetShape = z.object({
  name: z.string(),
  mimeType: z.literal("application/vnd.google-apps.spreadsheet"),
});

/**
 * The part of Google that clasp talks to, on loopback: scripts, versions and deployments (Apps Script API v1 reference),
 * new spreadsheets (Drive API v3) and whose login it is (OAuth2 v2). What it does not imitate is a 501.
 */
export class GoogleStandIn {
  readonly projects = new Map<string, ScriptProject>();
  /** Spreadsheets by ID, with their titles. */
  readonly sheets = new Map<string, string>();
  /** Every request so far, as `METHOD path`. */
  readonly requests: string[] = [];
  /** Refuses requests while it is set. */
  refusal: Refusal | null = null;
  private readonly server: Server;
  private made = 0;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Its address, with a slash at the end. */
  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  /** Puts a script there, as the script editor does: with a manifest and an empty function. */
  addProject(parentId?: string, title = "Untitled project"): string {
    const scriptId = `script-${String(++this.made).padStart(50, "0")}`;
    const files: ScriptFile[] = [
      { name: "appsscript", type: "JSON", source: '{"timeZone":"Asia/Jakarta","runtimeVersion":"V8"}' },
      { name: "Code", type: "SERVER_JS", source: "function myFunction() {\n}\n" },
    ];
    const head = { deploymentId: `${scriptId}-head` };
    this.projects.set(scriptId, { title, parentId, files, versions: [], deployments: [head] });
    return scriptId;
  }

  /** Puts a spreadsheet there. */
  addSheet(title: string): string {
    const id = `sheet-${String(++this.made).padStart(38, "0")}`;
    this.sheets.set(id, title);
    return id;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const call = `${request.method} ${pathname}`;
    this.requests.push(call);
    let text = "";
    for await (const chunk of request) text += chunk;
    const { status, body } = this.judge(call, request, text);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  private judge(call: string, { headers }: IncomingMessage, text: string): { status: number; body: unknown } {
    // Nobody's login can be renewed here: a refresh token that Google has withdrawn (OAuth 2.0, RFC 6749 section 5.2).
    if (call === "POST /token") return { status: 400, body: { error: "invalid_grant" } };
    if (headers.authorization !== `Bearer ${accessToken}`) {
      return fault(401, "Request had invalid authentication credentials.");
    }
    if (this.refusal !== null && (this.refusal.on ?? /./).test(call)) {
      return fault(this.refusal.status, this.refusal.message);
    }
    try {
      return this.carryOut(call, text === "" ? undefined : JSON.parse(text));
    } catch (error) {
      return fault(400, `Invalid request: ${String(error)}`);
    }
  }

  private carryOut(call: string, body: unknown): { status: number; body: unknown } {
    if (call === "GET /oauth2/v2/userinfo") return ok({ id: "1", email: account });
    if (call === "POST /drive/v3/files") return ok({ id: this.addSheet(sheetShape.parse(body).name) });
    if (call === "POST /v1/projects") {
      const { title, parentId } = projectShape.parse(body);
      if (parentId !== undefined && !this.sheets.has(parentId)) return notFound;
      return ok({ scriptId: this.addProject(parentId, title), title, parentId });
    }
    const [, method, scriptId = "", rest = ""] = /^(\w+) \/v1\/projects\/([^/]+)\/(.+)$/.exec(call) ?? [];
    const project = this.projects.get(scriptId);
    if (project === undefined) return notFound;
    if (`${method} ${rest}` === "GET content") return ok({ scriptId, files: project.files });
    if (`${method} ${rest}` === "PUT content") {
      const { files } = contentShape.parse(body);
      if (files.filter(({ name, type }) => name === "appsscript" && type === "JSON").length !== 1) {
        return fault(400, "Project contents must include a manifest file named appsscript.");
      }
      if (new Set(files.map(({ name }) => name)).size !== files.length) {
        return fault(400, "A file with this name already exists in the current project.");
      }
      project.files = files;
      return ok({ scriptId, files });
    }
    if (`${method} ${rest}` === "POST versions") {
      const versionNumber = project.versions.push(versionShape.parse(body).description);
      return ok({ scriptId, versionNumber });
    }
    if (`${method} ${rest}` === "GET deployments")
      return ok({ deployments: project.deployments.map(asDeployment) });
    if (`${method} ${rest}` === "POST deployments") {
      const { versionNumber, description } = configShape.parse(body);
      if (versionNumber > project.versions.length) return notFound;
      const deployment = { deploymentId: `deployment-${++this.made}`, versionNumber, description };
      project.deployments.push(deployment);
      return ok(asDeployment(deployment));
    }
    const [, deploymentId] = /^deployments\/(.+)$/.exec(rest) ?? [];
    const deployment = project.deployments.find((one) => one.deploymentId === deploymentId);
    if (method === "PUT" && deploymentId !== undefined) {
      const { deploymentConfig } = z.object({ deploymentConfig: configShape }).parse(body);
      if (deployment === undefined || deployment.versionNumber === undefined) return notFound;
      if (deploymentConfig.versionNumber > project.versions.length) return notFound;
      Object.assign(deployment, {
        versionNumber: deploymentConfig.versionNumber,
        description: deploymentConfig.description,
      });
      return ok(asDeployment(deployment));
    }
    return { status: 501, body: { error: { code: 501, message: `not implemented: ${call}` } } };
  }
}

function asDeployment({ deploymentId, ...deploymentConfig }: ScriptProject["deployments"][number]) {
  return { deploymentId, deploymentConfig };
}

function ok(body: unknown) {
  return { status: 200, body };
}

/** An error in the shape of Google's APIs (Google Cloud APIs, Errors). */
function fault(code: number, message: string) {
  return { status: code, body: { error: { code, message, errors: [{ message, domain: "global" }] } } };
}

const notFound = fault(404, "Requested entity was not found.");
