import { runCommand } from "./command";

const { stdin, stdout, stderr, env } = process;

// Whoever reads the output may stop reading, as `head` does.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Set, not called: what is still on its way to standard output is written first.
process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  environmentKey: env.BITBYBIT_API_KEY,
  streams: { stdin, stdout, stderr },
});
