import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../documents";
import { type Finished, finished } from "../finished";
import { accessToken, GoogleStandIn } from "./google-stand-in";

/**
 * A clone of the project whose commands run with the real clasp, and a stand-in for Google that clasp talks to. The home
 * folder is an empty one of its own, so that nobody's login is used.
 */
export class Rehearsal {
  readonly google = new GoogleStandIn();
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "rehearsal-")));
  private readonly home = realpathSync(mkdtempSync(join(tmpdir(), "rehearsal-home-")));

  /** Starts the stand-in and fills the clone with what git holds and the build makes. */
  async begin(): Promise<void> {
    await this.google.start();
    for (const path of ["package.json", ".clasp.json", "LICENSE", "docs/installing-by-hand.md", "dist"]) {
      cpSync(join(projectFolder, path), join(this.folder, path), { recursive: true });
    }
    mkdirSync(join(this.folder, "local"));
    symlinkSync(join(projectFolder, "node_modules"), join(this.folder, "node_modules"));
  }

  async end(): Promise<void> {
    await this.google.stop();
    for (const folder of [this.folder, this.home]) rmSync(folder, { recursive: true, force: true });
  }

  /** Logs clasp in, as `npx clasp login` leaves it: in a file of the home folder. Gives its path. */
  logIn(token = accessToken, name = ".clasprc.json"): string {
    const tokens = { access_token: token, refresh_token: "refresh", expiry_date: Date.now() + 3_600_000 };
    const credentials = { type: "authorized_user", client_id: "c", client_secret: "s", ...tokens };
    return this.writeHome(name, { tokens: { default: credentials } });
  }

  /** Writes a file of the home folder and gives its path. */
  writeHome(name: string, content: unknown): string {
    const path = join(this.home, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  }

  /** Runs a command of scripts/release, as npm does after the build. */
  run(command: "setup" | "deploy" | "package", ...args: readonly string[]): Promise<Finished> {
    return this.runAt(this.google.address, command, ...args);
  }

  /** The same with Google at another address. */
  runAt(address: string, command: string, ...args: readonly string[]): Promise<Finished> {
    const program = join(projectFolder, `local/built/release/${command}.js`);
    const { clasp_config_auth: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [program, ...args], {
      cwd: this.folder,
      env: {
        ...inherited,
        HOME: this.home,
        USERPROFILE: this.home,
        NODE_OPTIONS: `--require ${join(__dirname, "turn-google-address.cjs")}`,
        GOOGLE_STAND_IN: address,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return finished(child);
  }

  /** What stands in a file of the clone; null when there is none. */
  file(name: string): string | null {
    const path = join(this.folder, name);
    return existsSync(path) ? readFileSync(path, "utf8") : null;
  }

  /** Writes a file of the clone. */
  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Takes a file of the clone away. */
  remove(name: string): void {
    rmSync(join(this.folder, name), { force: true });
  }
}
