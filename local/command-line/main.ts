import { runCommand } from "./command";

const { stdin, stdout, stderr, env } = process;

// Set, not called: what is still on its way to standard output is written first.
process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  environmentKey: env.BITBYBIT_API_KEY,
  streams: { stdin, stdout, stderr },
});
