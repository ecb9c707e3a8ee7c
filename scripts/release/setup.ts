import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod/mini";
import { addOnName } from "./build-name";
import { type ClaspAnswer, type ClaspPlace, runClasp } from "./clasp";
import { CommandFailure, optionsOf, runCommand, say } from "./command";
import {
  type ClaspProject,
  isGoogleId,
  projectFileName,
  readProjectFile,
  writeProjectFile,
} from "./project-file";

const usage = `npm run setup -- --sheet SPREADSHEET | --new-sheet TITLE | --standalone | --script SCRIPT_ID [options]

Makes the script that the add-on is deployed to, and writes its ID into ${projectFileName}, which git ignores.

  --sheet SPREADSHEET  a new script in this spreadsheet: its ID, or its address in the browser
  --new-sheet TITLE    a new spreadsheet of this title, with a script in it
  --standalone         a script of its own, in no sheet: to publish the add-on from
  --script SCRIPT_ID   a script that exists; npm run deploy replaces all of its files
  --replace            forget the script that ${projectFileName} names
  --auth FILE          use the login in this file (default: clasp's own, in your home folder)
  --help               this text

Ends with 0 when it is done, 1 when clasp or Google refused, 2 when the command cannot be used.`;

/** npm runs every command in the project's folder. */
const root = process.cwd();

const userShape = z.object({ loggedIn: z.boolean(), email: z.optional(z.string()) });

runCommand(() => {
  const options = optionsOf("setup", {
    sheet: { type: "string" },
    "new-sheet": { type: "string" },
    standalone: { type: "boolean" },
    script: { type: "string" },
    replace: { type: "boolean" },
    auth: { type: "string" },
    help: { type: "boolean" },
  });
  if (options.help) return say(usage);
  const { sheet, "new-sheet": title, standalone, script } = options;
  if ([sheet, title, standalone, script].filter((one) => one !== undefined).length !== 1) {
    throw new CommandFailure(
      "Name one of --sheet SPREADSHEET, --new-sheet TITLE, --standalone and --script SCRIPT_ID; see npm run setup -- --help",
      2,
    );
  }
  if (readProjectFile(root).kind !== "none" && !options.replace) {
    throw new CommandFailure(
      `${projectFileName} is there already, and npm run deploy uses it. Add --replace to set up another script.`,
      2,
    );
  }
  const authFile = options.auth === undefined ? null : resolve(root, options.auth);
  const project = inFolderOfItsOwn((folder) => {
    const place = { root, folder, authFile };
    if (script !== undefined) return existingScript(script, place);
    if (title !== undefined) return newSheet(title, place);
    return newScript(sheet === undefined ? null : spreadsheetId(sheet), place);
  });
  writeProjectFile(root, project);
  say(
    `The script: https://script.google.com/d/${project.scriptId}/edit`,
    ...(project.parentId === undefined
      ? []
      : [`The sheet: https://docs.google.com/spreadsheets/d/${project.parentId}/edit`]),
    `Written to ${projectFileName}. Now run npm run deploy.`,
  );
});

/** clasp writes what it finds in a new script into its folder, and that must not be this project's. */
function inFolderOfItsOwn(work: (folder: string) => ClaspProject): ClaspProject {
  const folder = mkdtempSync(join(tmpdir(), "bitbybit-setup-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A script that exists. It is asked for its deployments, so that a wrong ID or a missing right shows here. */
function existingScript(scriptId: string, place: ClaspPlace): ClaspProject {
  if (!isGoogleId(scriptId)) {
    throw new CommandFailure(
      `"${scriptId}" is not a script's ID; copy it from Project Settings in the script editor.`,
      2,
    );
  }
  sayWhoIsLoggedIn(place);
  const answer = runClasp(["-P", place.folder, "--json", "list-deployments", scriptId], place);
  if (!answer.ok) throw new CommandFailure(answer.message, 1);
  return { scriptId };
}

/** A new script, in a spreadsheet that exists or in none. */
function newScript(parentId: string | null, place: ClaspPlace): ClaspProject {
  sayWhoIsLoggedIn(place);
  const parent = parentId === null ? [] : ["--parentId", parentId];
  const answer = runClasp(["-P", place.folder, "create-script", "--title", addOnName, ...parent], place);
  const scriptId = newScriptId(answer);
  return parentId === null ? { scriptId } : { scriptId, parentId };
}

/** A new spreadsheet with a new script in it. */
function newSheet(title: string, place: ClaspPlace): ClaspProject {
  if (title.trim() === "") throw new CommandFailure("--new-sheet needs a title for the sheet.", 2);
  sayWhoIsLoggedIn(place);
  const answer = runClasp(["-P", place.folder, "create-script", "--type", "sheets", "--title", title], place);
  // clasp makes the sheet first, and says neither ID if the script then fails.
  const after = ` If a sheet "${title}" is in your Drive by now, use it with --sheet or delete it.`;
  const scriptId = newScriptId(answer, after);
  const parentId = idIn(answer.output, /drive\.google\.com\/open\?id=([\w-]+)/);
  return parentId === null ? { scriptId } : { scriptId, parentId };
}

/** The new script's ID. clasp says it before it reads the script's first files, so it counts even if that failed. */
function newScriptId(answer: ClaspAnswer, after = ""): string {
  const scriptId = idIn(answer.output, /script\.google\.com\/d\/([\w-]+)/);
  if (scriptId !== null) return scriptId;
  throw new CommandFailure(`${answer.ok ? noId : answer.message}${after}`, 1);
}

const noId = "clasp did not say the new script's ID. Copy it from the script editor and use --script.";

/** Somebody with several Google accounts sees here which one is about to own the script. */
function sayWhoIsLoggedIn(place: ClaspPlace): void {
  const answer = runClasp(["-P", place.folder, "--json", "show-authorized-user"], place);
  if (!answer.ok) throw new CommandFailure(answer.message, 1);
  const user = userShape.parse(JSON.parse(answer.output));
  if (!user.loggedIn) {
    throw new CommandFailure(
      "clasp is not logged in to Google. Run npx clasp login, then this command again.",
      1,
    );
  }
  if (user.email !== undefined) say(`Logged in as ${user.email}.`);
}

/** The ID in what the user gave: itself, or a spreadsheet's address. */
function spreadsheetId(text: string): string {
  const id = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(text)?.[1] ?? text.trim();
  if (isGoogleId(id)) return id;
  throw new CommandFailure(
    `"${text}" is not a spreadsheet's ID; copy the sheet's address from the browser and put it between quotes.`,
    2,
  );
}

function idIn(output: string, pattern: RegExp): string | null {
  const id = pattern.exec(output)?.[1];
  return id !== undefined && isGoogleId(id) ? id : null;
}
