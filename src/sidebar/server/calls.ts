import type { Endpoints } from "../../endpoints/endpoints";

/**
 * The server as the sidebar calls it: every endpoint by its name, with its own arguments, answered by a promise. A
 * name that the server does not export does not compile.
 */
export type Server = {
  [Name in keyof Endpoints]: (...args: Parameters<Endpoints[Name]>) => Promise<ReturnType<Endpoints[Name]>>;
};

type EndpointCalls = {
  [Name in keyof Endpoints]: (...args: Parameters<Endpoints[Name]>) => void;
};

/**
 * What is used of `google.script.run` (Apps Script documentation, "Class google.script.run"): the handlers are
 * set first, each returning a runner; an endpoint then returns nothing, its answer goes to a handler.
 */
export interface ScriptRunner extends EndpointCalls {
  withSuccessHandler(handler: (answer: never) => void): ScriptRunner;
  withFailureHandler(handler: (error: Error) => void): ScriptRunner;
}

/** One call as a promise; rejects with the Error that Apps Script hands to the failure handler. */
function call<Name extends keyof Endpoints>(
  runner: ScriptRunner,
  name: Name,
  args: Parameters<Endpoints[Name]>,
) {
  return new Promise<ReturnType<Endpoints[Name]>>((resolve, reject) => {
    const endpoints: EndpointCalls = runner.withSuccessHandler(resolve).withFailureHandler(reject);
    endpoints[name](...args);
  });
}

/** `google.script.run` with promises. */
export function promised(runner: ScriptRunner): Server {
  return {
    getState: () => call(runner, "getState", []),
    planRun: (...args) => call(runner, "planRun", args),
    startRun: (...args) => call(runner, "startRun", args),
    continueRun: (...args) => call(runner, "continueRun", args),
    stopRun: (...args) => call(runner, "stopRun", args),
    previewRow: () => call(runner, "previewRow", []),
    getProblems: () => call(runner, "getProblems", []),
    selectCell: (...args) => call(runner, "selectCell", args),
    fixCells: (...args) => call(runner, "fixCells", args),
    undoFix: (...args) => call(runner, "undoFix", args),
    getColumns: (...args) => call(runner, "getColumns", args),
    saveColumns: (...args) => call(runner, "saveColumns", args),
    saveSettings: (...args) => call(runner, "saveSettings", args),
    forgetKey: () => call(runner, "forgetKey", []),
    testConnection: (...args) => call(runner, "testConnection", args),
  };
}
