import { join } from "node:path";
import * as z from "zod/mini";
import { addOnName, buildName, type DistFile, distFiles, versionOf } from "./build-name";
import { type ClaspPlace, runClasp } from "./clasp";
import { CommandFailure, optionsOf, runCommand, say } from "./command";
import { type ClaspProject, projectFileName, readProjectFile } from "./project-file";

const usage = `npm run deploy -- [options]

Builds the add-on, replaces all files of your script by it (the script that npm run setup wrote into
${projectFileName}), and makes a version and a deployment that are named after package.json's version.

  --dry-run    list what would be sent and where to; sends nothing and needs no login
  --auth FILE  use the login in this file (default: clasp's own, in your home folder)
  --help       this text

Ends with 0 when it is done, 1 when clasp or Google refused, 2 when something is missing here.`;

/** npm runs every command in the project's folder. */
const root = process.cwd();

const pushedShape = z.array(z.string());
const versionShape = z.object({ versionNumber: z.number() });
const deploymentShape = z.object({
  deploymentId: z.string(),
  versionNumber: z.optional(z.number()),
  description: z.optional(z.string()),
});
const listShape = z.object({ filesToPush: z.array(z.string()) });
type Deployment = z.infer<typeof deploymentShape>;

runCommand(() => {
  const options = optionsOf("deploy", {
    "dry-run": { type: "boolean" },
    auth: { type: "string" },
    help: { type: "boolean" },
  });
  if (options.help) return say(usage);
  const place: ClaspPlace = { root, folder: root, authFile: options.auth ?? null };
  const files = distFiles(root);
  const name = buildName(versionOf(root), files);
  const found = readProjectFile(root);
  if (found.kind === "unreadable") {
    throw new CommandFailure(`${projectFileName} names no script. Delete it and run npm run setup again.`, 2);
  }
  if (options["dry-run"]) return preview(name, files, found.kind === "found" ? found.project : null, place);
  if (found.kind === "none") {
    throw new CommandFailure(
      `There is no script to deploy to yet: ${projectFileName} is missing. Run npm run setup first.`,
      2,
    );
  }
  deploy(name, files, found.project, place);
});

/** Lists what would be sent, as clasp itself sees it. */
function preview(
  name: string,
  files: readonly DistFile[],
  project: ClaspProject | null,
  place: ClaspPlace,
): void {
  const projectFile = project === null ? ".clasp.json" : projectFileName;
  const { filesToPush } = listShape.parse(
    JSON.parse(outputOf(["-P", projectFile, "show-file-status", "--json"], place)),
  );
  checkSameFiles(filesToPush, files);
  say(
    name,
    ...files.map(({ name: file, bytes }) => `  dist/${file}  ${bytes.length} bytes`),
    project === null
      ? "Nothing was sent. There is no script to deploy to yet: run npm run setup first."
      : `Nothing was sent. These files would replace all files of the script ${project.scriptId}.`,
  );
}

/** Sends the files, then names them: a version, and the deployment that points to it. */
function deploy(name: string, files: readonly DistFile[], project: ClaspProject, place: ClaspPlace): void {
  const clasp = (...args: string[]): unknown =>
    JSON.parse(outputOf(["-P", projectFileName, "--json", ...args], place));
  const pushed = pushedShape.parse(clasp("push", "--force"));
  if (pushed.length > 0) checkSameFiles(pushed, files);
  say(pushed.length > 0 ? `Sent: ${pushed.join(", ")}` : "The script has these files already.");
  const deployments = z.array(deploymentShape).parse(clasp("list-deployments"));
  if (deployments.some(({ description }) => description === name)) {
    say(`Deployed already: ${name}`);
  } else {
    const { versionNumber } = versionShape.parse(clasp("create-version", name));
    const earlier = latest(deployments);
    const which = earlier === null ? [] : ["--deploymentId", earlier.deploymentId];
    clasp("create-deployment", "--versionNumber", String(versionNumber), "--description", name, ...which);
    say(`Deployed as version ${versionNumber}: ${name}`);
  }
  say(...whatNext(project));
}

/** The deployment of an earlier version of this add-on, which keeps its ID when it moves on; null when there is none. */
function latest(deployments: readonly Deployment[]): Deployment | null {
  const own = deployments.filter(
    ({ versionNumber, description }) => versionNumber && description?.startsWith(addOnName),
  );
  own.sort((one, other) => (other.versionNumber ?? 0) - (one.versionNumber ?? 0));
  return own[0] ?? null;
}

function whatNext({ scriptId, parentId }: ClaspProject): string[] {
  const sheet =
    parentId === undefined
      ? "If the script belongs to a sheet, open that sheet"
      : `Open https://docs.google.com/spreadsheets/d/${parentId}/edit`;
  return [
    `The script: https://script.google.com/d/${scriptId}/edit`,
    `${sheet} and reload it; the menu "bitbybit Orders" appears beside Help.`,
  ];
}

/** What clasp sends has to be dist/, the whole of it, and nothing else. */
function checkSameFiles(sent: readonly string[], files: readonly DistFile[]): void {
  const wanted = files.map(({ name }) => join("dist", name)).sort();
  if (JSON.stringify([...sent].sort()) === JSON.stringify(wanted)) return;
  throw new CommandFailure(
    `clasp would send ${sent.join(", ") || "nothing"}, but dist holds ${wanted.join(", ")}. Remove .claspignore, if there is one, and run this command again.`,
    1,
  );
}

function outputOf(args: readonly string[], place: ClaspPlace): string {
  const answer = runClasp(args, place);
  if (!answer.ok) throw new CommandFailure(answer.message, 1);
  return answer.output;
}
