import { promised, type ScriptRunner, type Server } from "../../../src/sidebar/server/calls";

/** A runner that hands each call's name and arguments to `answer`, as `google.script.run` would send them. */
function runner(answer: (name: string, args: unknown[]) => unknown): ScriptRunner {
  const make = (success: (value: never) => void, failure: (error: Error) => void): ScriptRunner =>
    new Proxy({} as ScriptRunner, {
      get: (_, name) => {
        if (name === "withSuccessHandler") return (handler: typeof success) => make(handler, failure);
        if (name === "withFailureHandler") return (handler: typeof failure) => make(success, handler);
        return (...args: unknown[]) => {
          try {
            success(answer(String(name), args) as never);
          } catch (error) {
            failure(error as Error);
          }
        };
      },
    });
  return make(
    () => undefined,
    () => undefined,
  );
}

test("every endpoint is called by its own name with its own arguments", async () => {
  const calls: unknown[] = [];
  const server = promised(
    runner((name, args) => {
      calls.push([name, ...args]);
      return { ok: true };
    }),
  );
  await server.getState();
  await server.planRun("check");
  await server.startRun("create", "t");
  await server.continueRun("r");
  await server.stopRun("r");
  await server.previewRow();
  await server.getProblems();
  await server.planRun("check", { sheetId: 7, rowNumbers: [4] });
  await server.selectCell(7, "E4");
  await server.fixCells(7, "notWhole");
  await server.undoFix("u");
  await server.getColumns();
  await server.getColumns(3);
  await server.saveColumns({ sheetId: 7, fingerprint: "f", headerRow: 3, fields: [] });
  await server.saveSettings({ userName: "Ana" });
  await server.forgetKey();
  await server.testConnection();
  await server.testConnection({ apiKey: "k" });
  expect(calls).toEqual([
    ["getState"],
    ["planRun", "check"],
    ["startRun", "create", "t"],
    ["continueRun", "r"],
    ["stopRun", "r"],
    ["previewRow"],
    ["getProblems"],
    ["planRun", "check", { sheetId: 7, rowNumbers: [4] }],
    ["selectCell", 7, "E4"],
    ["fixCells", 7, "notWhole"],
    ["undoFix", "u"],
    ["getColumns"],
    ["getColumns", 3],
    ["saveColumns", { sheetId: 7, fingerprint: "f", headerRow: 3, fields: [] }],
    ["saveSettings", { userName: "Ana" }],
    ["forgetKey"],
    ["testConnection"],
    ["testConnection", { apiKey: "k" }],
  ]);
});

test("a failed call rejects with the error that Apps Script hands over", async () => {
  const server = promised(
    runner(() => {
      throw new Error("PERMISSION_DENIED");
    }),
  );
  await expect(server.getState()).rejects.toThrow("PERMISSION_DENIED");
});

test("a misspelt endpoint or a wrong argument does not compile", () => {
  // The type checker reads this function (npm run typecheck); an expected error that is none fails it.
  const wrong = (server: Server) => {
    // @ts-expect-error: the endpoint is called planRun
    server.planRum("create");
    // @ts-expect-error: no such kind of run
    server.planRun("delete");
    // @ts-expect-error: the token is missing
    server.startRun("create");
  };
  expect(wrong).toHaveLength(1);
});
