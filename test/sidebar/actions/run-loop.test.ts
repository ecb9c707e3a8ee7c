import type { RunAnswer, RunView } from "../../../src/endpoints/runs";
import { type Browser, RunLoop, type RunScreen } from "../../../src/sidebar/actions/run-loop";
import type { Server } from "../../../src/sidebar/server/calls";
import type { Said } from "../../../src/sidebar/state/state";
import { ended, running, state } from "../scripted-server";

/** A loop over scripted answers; what it shows, waits for and calls is noted in order. */
function loopOver(answers: (RunAnswer | Error)[], change: Partial<Server> = {}) {
  const notes: string[] = [];
  const next = (name: string) => async () => {
    notes.push(name);
    const answer = answers.shift();
    if (answer === undefined) throw new Error("no answer scripted");
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const unused = async (): Promise<never> => {
    throw new Error("not scripted");
  };
  const server: Server = {
    getState: unused,
    planRun: unused,
    startRun: next("start"),
    continueRun: next("continue"),
    stopRun: next("stop"),
    previewRow: unused,
    getProblems: unused,
    selectCell: unused,
    fixCells: unused,
    undoFix: unused,
    getColumns: unused,
    saveColumns: unused,
    saveSettings: unused,
    forgetKey: unused,
    testConnection: unused,
    ...change,
  };
  const screen: RunScreen = {
    show: (run: RunView) => notes.push(`${run.state} ${run.counts.created}`),
    retrying: ({ cause }, waitMs) => notes.push(`retry ${waitMs}: ${cause}`),
    failed: (said, startedMaybe) =>
      notes.push(`failed${startedMaybe ? ", maybe started" : ""}: ${wordsOf(said)}`),
    ended: (run) => notes.push(`end: ${run.summary}`),
  };
  const periods: (() => void)[] = [];
  const browser: Browser = {
    wait: async (waitMs) => void notes.push(`wait ${waitMs}`),
    hurry: () => void notes.push("hurry"),
    every: (_, action) => {
      periods.push(action);
      return () => void periods.splice(periods.indexOf(action), 1);
    },
    online: () => true,
  };
  return { loop: new RunLoop(server, screen, browser), notes, periods };
}

function wordsOf(said: Said): string {
  return typeof said === "string" ? said : "cause" in said ? said.cause : said.saying;
}

const answer = (run: RunView): RunAnswer => ({ ok: true, run });
const offline = new Error("NetworkError: Connection failure due to HTTP 0");

test("a run goes step by step, each after the wait that the server asks for, to its end", async () => {
  const { loop, notes } = loopOver([
    answer(running(1)),
    answer(running(5, { state: "waiting", waitMs: 23_000 })),
    answer(ended()),
  ]);
  await loop.start("create", "token");
  expect(notes).toEqual([
    "start",
    "running 1",
    "continue",
    "waiting 5",
    "wait 23000",
    "continue",
    "end: 12 orders created.",
  ]);
});

test("a run found under way is gone on with", async () => {
  const { loop, notes } = loopOver([answer(ended())]);
  await loop.resume(running(3));
  expect(notes).toEqual(["running 3", "continue", "end: 12 orders created."]);
});

test("a refused start is told and starts nothing", async () => {
  const { loop, notes } = loopOver([{ ok: false, message: "The selection changed since you were asked." }]);
  await loop.start("create", "old token");
  expect(notes).toEqual(["start", "failed: The selection changed since you were asked."]);
});

test("a start whose answer is lost is not made again, because it may have begun", async () => {
  const { loop, notes } = loopOver([offline]);
  await loop.start("create", "token");
  expect(notes.filter((note) => note === "start")).toHaveLength(1);
  expect(notes.at(-1)).toMatch(/^failed, maybe started: connection$/);
});

test("a start whose answer is lost is followed if the state tells of the run that it began", async () => {
  const { loop, notes } = loopOver([new Error("Kesalahan"), answer(ended())], {
    getState: async () => state({ run: running(2) }),
  });
  await loop.start("create", "token");
  expect(notes.slice(-3)).toEqual(["running 2", "continue", "end: 12 orders created."]);
});

test("a start whose answer is lost takes over nobody else's run", async () => {
  const { loop, notes } = loopOver([offline], {
    getState: async () => state({ run: running(2), runIsAnothers: true }),
  });
  await loop.start("create", "token");
  expect(notes.at(-1)).toMatch(/^failed, maybe started/);
});

test.each([
  "NetworkError: Connection failure due to HTTP 0",
  "PERMISSION_DENIED",
  "Xrfnynuna frpnen nxna",
  "",
])("a step that fails with %j is made again if the state tells that its run is under way", async (text) => {
  const { loop, notes } = loopOver([new Error(text), answer(ended())], {
    getState: async () => state({ run: running(3) }),
  });
  await loop.resume(running(3));
  expect(notes.filter((note) => /^(wait|continue|end)/.test(note))).toEqual([
    "continue",
    "wait 5000",
    "continue",
    "end: 12 orders created.",
  ]);
});

test("a step that fails is not made again if the state tells that its run has ended", async () => {
  const { loop, notes } = loopOver([offline], { getState: async () => state({ run: ended() }) });
  await loop.resume(running(3));
  expect(notes.filter((note) => note === "continue")).toHaveLength(1);
  expect(notes.at(-1)).toBe("end: 12 orders created.");
});

test("a step that fails is not made again if the state tells of another run", async () => {
  const { loop, notes } = loopOver([offline], {
    getState: async () => state({ run: running(1, { runId: "run-2" }) }),
  });
  await loop.resume(running(3));
  expect(notes.filter((note) => note === "continue")).toHaveLength(1);
  expect(notes.at(-1)).toMatch(/^failed, maybe started/);
});

test("as long as the state cannot be asked for no step is made again, and after a minute a click is asked for", async () => {
  const { loop, notes } = loopOver([offline]);
  await loop.resume(running(3));
  expect(notes.filter((note) => /^(wait|continue|failed)/.test(note))).toEqual([
    "continue",
    "wait 5000",
    "wait 15000",
    "wait 45000",
    "failed, maybe started: unknown",
  ]);
});

test("after four steps in a row that failed the run is left to a click", async () => {
  const { loop, notes } = loopOver([offline, offline, offline, offline], {
    getState: async () => state({ run: running(3) }),
  });
  await loop.resume(running(3));
  expect(notes.filter((note) => note === "continue")).toHaveLength(4);
  expect(notes.at(-1)).toMatch(/^failed, maybe started: connection/);
});

test("Stop cuts a wait short, and the loop continues until what was sent has its result", async () => {
  const stopping = answer(running(5, { state: "stopping" }));
  const { loop, notes } = loopOver([], {
    stopRun: async () => stopping,
    continueRun: async () => {
      await loop.stop();
      return answer(ended({ summary: "Stopped." }));
    },
  });
  await loop.resume(running(5));
  expect(notes).toEqual(["running 5", "stopping 5", "hurry", "end: Stopped."]);
});

test("Stop before the run's ID is known reaches the run as soon as a look beside the step tells it", async () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const stopped: string[] = [];
  const { loop, notes, periods } = loopOver([answer(ended({ summary: "Stopped." }))], {
    getState: async () => state({ run: running(0) }),
    startRun: async () => {
      await loop.stop();
      periods.at(0)?.();
      await turn();
      return answer(running(0, { state: "stopping" }));
    },
    stopRun: async (runId) => {
      stopped.push(runId);
      return answer(running(0, { state: "stopping" }));
    },
  });
  await loop.start("create", "token");
  expect(stopped).toEqual(["run-1"]);
  expect(notes.at(-1)).toBe("end: Stopped.");
});

test("a run on listed rows is started with these rows", async () => {
  const rows = { sheetId: 7, rowNumbers: [4, 9] };
  const given: unknown[] = [];
  const { loop } = loopOver([], {
    startRun: async (...args) => {
      given.push(...args);
      return answer(ended());
    },
  });
  await loop.start("check", "token", rows);
  expect(given).toEqual(["check", "token", rows]);
});

test("while a step is silent the state is read beside it, and an answer that comes too late is not shown", async () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  let reads = 0;
  const getState = async () => {
    reads += 1;
    if (reads === 2) await turn();
    return state({ run: running(6 + reads) });
  };
  const { loop, notes, periods } = loopOver([], {
    getState,
    continueRun: async () => {
      periods.at(0)?.();
      await turn();
      periods.at(0)?.();
      return answer(ended());
    },
  });
  await loop.resume(running(3));
  await turn();
  expect(reads).toBe(2);
  expect(notes).toEqual(["running 3", "running 7", "end: 12 orders created."]);
});
