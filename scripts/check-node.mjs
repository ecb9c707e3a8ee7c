// Refuses an older Node than package.json asks for, before anything is built: newer syntax would end in a riddle.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = Number.parseInt(engines.node.replace(/\D*/, ""), 10);
const present = Number.parseInt(process.versions.node, 10);

if (present < needed) {
  process.stderr.write(
    `This is Node ${process.versions.node}; Node ${needed} or newer is needed, from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
}
