import { LocalRuntime, sidebarCall, typicalLatency } from "../../../local/runtime/local-runtime";
import { startMs, testRuntime } from "./test-runtime";

const code = `function echo(v){ return v; }
  function kind(v){ return Array.isArray(v) ? v.length : typeof v; }
  function date(){ return {at: [new Date()]}; } function func(){ return [function(){}]; } function cycle(){ var a = {}; a.a = a; return a; }
  function holes(){ return {list: [1, undefined, 3], gone: undefined}; } function nothing(){} function bad(){ throw new Error("oh"); }
  function twice(){ var a = {x: 1}; return [a, a]; }`;
const call = (name: string, ...args: unknown[]) => sidebarCall(testRuntime({ code }).runtime, name, args);

describe("google.script.run", () => {
  test("copies arguments and results (documented)", () => {
    expect(call("echo", { a: [1, "x", null, true] })).toMatchObject({
      ok: true,
      value: { a: [1, "x", null, true] },
    });
    expect(call("twice")).toMatchObject({ ok: true, value: [{ x: 1 }, { x: 1 }] });
  });

  test("undefined becomes null inside arrays and is left out of objects (documented)", () => {
    expect(call("holes")).toMatchObject({ ok: true, value: { list: [1, null, 3] } });
    expect(call("nothing")).toMatchObject({ ok: true, value: null });
  });

  test.each([
    ["date", "Date"],
    ["func", "function"],
    ["cycle", "circular reference"],
  ])("refuses a result with a %s (documented; wording inferred)", (name, what) => {
    expect(call(name)).toMatchObject({
      ok: false,
      message: `Failed due to illegal value in return value: ${what}`,
    });
  });

  test("gives null for a value that holds a Date if the runtime is told so (reported)", () => {
    const { runtime } = testRuntime({ code, unknowns: { datesForPages: "null" } });
    const told = new LocalRuntime({ ...runtime.options, code });
    expect(sidebarCall(told, "date", [])).toMatchObject({ ok: true, value: null });
    expect(sidebarCall(told, "func", [])).toMatchObject({ ok: false });
  });

  test("refuses such arguments before anything runs", () => {
    expect(call("echo", new Date())).toMatchObject({
      ok: false,
      message: "Failed due to illegal value in parameter: Date",
      calls: { all: 0 },
    });
  });

  test("an exception reaches the failure handler with its text; a missing function too", () => {
    expect(call("bad")).toMatchObject({ ok: false, message: "oh", killed: false });
    expect(call("none")).toMatchObject({ ok: false, message: "Script function not found: none" });
  });

  test("takes a second under the latency model", () => {
    const { runtime, clock } = testRuntime({ code });
    sidebarCall(new LocalRuntime({ ...runtime.options, code, latency: typicalLatency() }), "nothing", []);
    expect(clock.now()).toBe(startMs + 1000);
  });
});
