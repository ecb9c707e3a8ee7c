import { KillExecution, LocalRuntime, type ServiceCall } from "../../../local/runtime/local-runtime";
import { startMs, testRuntime } from "./test-runtime";

const menu = { trigger: "menu", authMode: "FULL" } as const;

describe("globals", () => {
  test("every execution has fresh ones (documented: the script is loaded anew)", () => {
    const { runtime } = testRuntime({
      code: "var n = 0; function count(){ n++; Array.prototype.mine = 1; return [n, typeof [].other]; } function other(){ return typeof [].mine; }",
    });
    expect(
      [runtime.execute("count", [], menu).value, runtime.execute("count", [], menu).value].map(String),
    ).toEqual(["1,undefined", "1,undefined"]);
    expect(runtime.execute("other", [], menu).value).toBe("undefined");
  });

  test.each([
    "setTimeout",
    "setInterval",
    "queueMicrotask",
    "fetch",
    "URL",
    "URLSearchParams",
    "TextEncoder",
    "TextDecoder",
    "atob",
    "btoa",
    "crypto",
    "performance",
    "process",
    "structuredClone",
    "AbortController",
    "WebAssembly",
    "Buffer",
    "require",
    "module",
    "global",
    "window",
  ])("%s is not there (documented or reported)", (name) => {
    expect(testRuntime().value(`return typeof ${name};`)).toBe("undefined");
  });

  test("time and randomness are the injected ones", () => {
    expect(
      testRuntime().value(
        "return [Date.now(), new Date().getTime(), new Date(5).getTime(), Math.random(), new Date() instanceof Date, typeof Date()];",
      ),
    ).toEqual([startMs, startMs, 5, 0.5, true, "string"]);
  });

  test("no object that a service gives leads to the host's globals", () => {
    const reach = (expression: string) =>
      `try { out.push((${expression}).constructor.constructor("return typeof process")()); } catch (e) { out.push(e.constructor.constructor("return typeof process")()); }`;
    const found = testRuntime().value(
      `var out=[]; ${[
        "SpreadsheetApp.getActiveSheet().getRange('A1:B2').getValues()",
        "SpreadsheetApp.flush",
        "SpreadsheetApp.getActiveSheet().getRange(0, 1)",
        "UrlFetchApp.fetch('https://example.com').getHeaders()",
        "Math.random",
        "Date.now",
        "Date",
      ]
        .map(reach)
        .join("\n")} return out;`,
    );
    expect(found).toEqual(Array(7).fill("undefined"));
  });

  test("microtasks run after the stack, before the execution ends (documented)", () => {
    const { sheet, runtime } = testRuntime({
      code: "function later(){ Promise.resolve().then(function(){ SpreadsheetApp.getActiveSheet().getRange('A1').setValue('done'); }); return 'first'; }",
    });
    expect(runtime.execute("later", [], menu)).toMatchObject({ outcome: "returned", value: "first" });
    expect(sheet.cell(1, 1).value).toBe("done");
  });

  test("an async function's result is what it came to, its rejection an exception (inferred)", () => {
    const { runtime } = testRuntime({
      code: "async function fine(){ await null; return 5; } async function fails(){ await null; throw new Error('late'); }",
    });
    expect(runtime.execute("fine", [], menu)).toMatchObject({ outcome: "returned", value: 5 });
    expect(runtime.execute("fails", [], menu)).toMatchObject({ outcome: "threw", message: "late" });
  });
});

describe("entry points", () => {
  test.each(["missing", "hidden_", "arrow", "toString", "inner", "late", "Kind"])(
    "%s cannot be called (documented: top-level functions without a final _)",
    (name) => {
      const { runtime } = testRuntime({
        code: "function hidden_(){} var arrow = () => 1; function outer(){ function inner(){} } if (1) { function late(){} } class Kind {}",
      });
      expect(runtime.execute(name, [], menu)).toMatchObject({
        outcome: "threw",
        message: `Script function not found: ${name}`,
      });
    },
  );

  test.each(["plain", "awaits"])("%s can be called, though it stands behind what runs first", (name) => {
    const code =
      "var begun = 'begun'; function plain(){ return begun; } async function awaits(){ return begun; }";
    expect(testRuntime({ code }).runtime.execute(name, [], menu)).toMatchObject({
      outcome: "returned",
      value: "begun",
    });
  });

  test("arguments arrive as objects of the script's own globals", () => {
    const { runtime } = testRuntime({
      code: "function f(a, b){ return [a instanceof Array, b instanceof Object, b.c]; }",
    });
    expect(String(runtime.execute("f", [[1], { c: 2 }], menu).value)).toBe("true,true,2");
  });

  test("an exception ends the execution with its text", () => {
    expect(testRuntime().run("throw new TypeError('bad');")).toMatchObject({
      outcome: "threw",
      message: "bad",
    });
  });
});

describe("the kill", () => {
  test.each([
    ["menu", 360_000],
    ["simple", 30_000],
  ] as const)(
    "comes to a %s execution in the middle of a sleep after its time is up (documented limits)",
    (trigger, limitMs) => {
      const { run, clock } = testRuntime();
      expect(run("for (;;) Utilities.sleep(7000);", { trigger })).toMatchObject({
        outcome: "killed",
        message: "Exceeded maximum execution time",
        elapsedMs: limitMs,
      });
      expect(clock.now()).toBe(startMs + limitMs);
    },
  );

  test("no catch and no finally of the script has any effect after it (documented)", () => {
    const { sheet, stores, requests, run, shown } = testRuntime({ bufferAtKill: "kept" });
    const result = run(`var s=SpreadsheetApp.getActiveSheet();
      try { for (;;) Utilities.sleep(60000); }
      catch (e) { try { s.getRange("A1").setValue("caught"); } catch (e2) {} }
      finally {
        try { PropertiesService.getScriptProperties().setProperty("k", "v"); } catch (e) {}
        try { UrlFetchApp.fetch("https://example.com"); } catch (e) {}
        try { SpreadsheetApp.getUi().alert("x"); } catch (e) {}
        return "survived";
      }`);
    expect(result).toMatchObject({ outcome: "killed" });
    expect(result.value).toBeUndefined();
    expect([sheet.cell(1, 1).value, stores.scriptProperties().keys(), requests, shown]).toEqual([
      null,
      [],
      [],
      [],
    ]);
  });

  test("a hook can kill before a call, which then has no effect, or after it", () => {
    const kill = ({ method }: ServiceCall) => {
      if (method === "setProperty") throw new KillExecution();
    };
    const body = "PropertiesService.getScriptProperties().setProperty('k', 'v');";
    const before = testRuntime({ beforeCall: kill });
    const after = testRuntime({ afterCall: kill });
    expect([before.run(body).outcome, before.stores.scriptProperties().get("k")]).toEqual(["killed", null]);
    expect([after.run(body).outcome, after.stores.scriptProperties().get("k")]).toEqual(["killed", "v"]);
  });

  test("after a hook's kill nothing has an effect either, though the execution had time left", () => {
    const { run, stores } = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") throw new KillExecution();
      },
    });
    const result = run(
      "try { SpreadsheetApp.flush(); } catch (e) { PropertiesService.getScriptProperties().setProperty('k', 'v'); }",
    );
    expect([result.outcome, stores.scriptProperties().keys()]).toEqual(["killed", []]);
  });

  test("time spent in another execution counts", () => {
    const kit = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") kit.clock.sleep(400_000);
      },
    });
    expect(kit.run("SpreadsheetApp.flush();").outcome).toBe("killed");
  });
});

describe("service calls", () => {
  test("are counted, those that touch the document by themselves", () => {
    const { run } = testRuntime();
    const { calls } = run(
      "var s=SpreadsheetApp.getActiveSheet(); var r=s.getRange('A1:B2'); r.getValues(); r.setValues([[1,2],[3,4]]); SpreadsheetApp.flush(); console.log('x');",
    );
    expect(calls).toMatchObject({ all: 6, spreadsheetTrips: 3, byMethod: { "Range.getValues": 1 } });
  });

  test("each passes the hooks with its name and place", () => {
    const calls: ServiceCall[] = [];
    testRuntime({ beforeCall: (call) => calls.push(call) }).run(
      "SpreadsheetApp.getActiveSheet().getLastRow(); Utilities.getUuid();",
    );
    expect(calls).toEqual([
      { service: "SpreadsheetApp", method: "getActiveSheet", index: 0, trip: false },
      { service: "Sheet", method: "getLastRow", index: 1, trip: true },
      { service: "Utilities", method: "getUuid", index: 2, trip: false },
    ]);
  });

  test("a mistake in a hook is no exception of the script: it ends the whole run", () => {
    const { run } = testRuntime({
      beforeCall: () => {
        throw new TypeError("a mistake");
      },
    });
    expect(() => run("try { SpreadsheetApp.flush(); } catch (e) {}")).toThrow("a mistake");
  });

  test("the latency model lets time pass for each", () => {
    const { run } = testRuntime({ latency: ({ method }) => (method === "flush" ? 30 : 1) });
    expect(run("SpreadsheetApp.flush(); SpreadsheetApp.getActiveSheet();").elapsedMs).toBe(31);
  });
});

test("executions may be nested: another user's run between two calls of this one", () => {
  const seen: unknown[] = [];
  const kit = testRuntime({
    code: "function other(){ SpreadsheetApp.getActiveSheet().getRange('A1').setValue('theirs'); }",
  });
  const other = kit.runtime;
  const outer = new LocalRuntime({
    ...other.options,
    code: "function mine(){ var r=SpreadsheetApp.getActiveSheet().getRange('A1'); SpreadsheetApp.flush(); return r.getValue(); }",
    beforeCall: ({ method }) => {
      if (method === "flush") seen.push(other.execute("other", [], menu).outcome);
    },
  });
  expect([outer.execute("mine", [], menu).value, seen]).toEqual(["theirs", ["returned"]]);
});
