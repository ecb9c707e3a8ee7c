import { LocalRuntime } from "../../../../local/runtime/local-runtime";
import { testRuntime } from "../test-runtime";

const properties = "var p=PropertiesService.getUserProperties();";
const cache = "var c=CacheService.getScriptCache();";

test("what writes to a cache answers null (gas-fakes' tests, proved on Google)", () => {
  expect(
    testRuntime().value(
      `${cache} return [c.put("a", "1"), c.putAll({b: "2"}), c.remove("a"), c.removeAll(["b"]), c.get("b")];`,
    ),
  ).toEqual([null, null, null, null, null]);
});

describe("properties", () => {
  test("are texts by key, null if there is none (documented)", () => {
    expect(
      testRuntime().value(
        `${properties} p.setProperty("a", 1).setProperties({b: "2", c: true}); p.deleteProperty("b"); return [p.getProperty("a"), p.getProperty("b"), p.getProperties(), p.getKeys()];`,
      ),
    ).toEqual(["1", null, { a: "1", c: "true" }, ["a", "c"]]);
  });

  test("setProperties can delete all others", () => {
    expect(
      testRuntime().value(
        `${properties} p.setProperty("a", "1"); p.setProperties({b: "2"}, true); var k=p.getKeys(); p.deleteAllProperties(); return [k, p.getKeys()];`,
      ),
    ).toEqual([["b"], []]);
  });

  test("of user, document and script are three stores, and outlive the execution", () => {
    const { value, stores } = testRuntime({ user: "ana" });
    value(
      "PropertiesService.getUserProperties().setProperty('k', 'u'); PropertiesService.getDocumentProperties().setProperty('k', 'd'); PropertiesService.getScriptProperties().setProperty('k', 's');",
    );
    expect(stores.allProperties()).toEqual({
      script: { k: "s" },
      users: { ana: { k: "u" } },
      documents: { "file-1": { k: "d" } },
    });
  });

  test("a value may have 9 KB (documented; text reported)", () => {
    const { run, stores } = testRuntime();
    expect(run(`${properties} p.setProperty("a", "é".repeat(4608));`).outcome).toBe("returned");
    expect(run(`${properties} p.setProperty("b", "é".repeat(4608) + "x");`).message).toBe(
      "Argument too large: value",
    );
    expect(stores.userProperties("user").keys()).toEqual(["a"]);
  });

  test("a store may have 500 KB (documented); nothing of what does not fit is stored", () => {
    const { run, stores } = testRuntime();
    const message =
      "You have exceeded the property storage quota. Please remove some properties and try again.";
    expect(
      run(`${properties} for (var i = 0; i < 60; i++) p.setProperty("k" + i, "x".repeat(9000));`),
    ).toMatchObject({ outcome: "threw", message });
    expect(stores.userProperties("user").keys()).toHaveLength(56);
  });

  test("reads and writes have a daily quota (documented; text reported)", () => {
    const { run, clock } = testRuntime({ quotas: { propertyCalls: 2 } });
    const spend = () => run(`${properties} p.getProperty("a"); p.getKeys();`).outcome;
    expect([spend(), run(`${properties} p.getKeys();`).message]).toEqual([
      "returned",
      "Service invoked too many times for one day: properties.",
    ]);
    clock.sleep(86_400_000);
    expect(spend()).toBe("returned");
  });
});

describe("the cache", () => {
  test("keeps texts for 10 minutes unless told otherwise, by the clock (documented)", () => {
    const { value, clock } = testRuntime();
    value(`${cache} c.put("a", "1"); c.put("b", "2", 3600); c.putAll({d: "4"}, 10);`);
    clock.sleep(599_000);
    expect(value(`${cache} return [c.get("a"), c.get("b"), c.get("d"), c.getAll(["a", "x"])];`)).toEqual([
      "1",
      "2",
      null,
      { a: "1" },
    ]);
    clock.sleep(1000);
    expect(
      value(
        `${cache} var v=[c.get("a"), c.get("b")]; c.remove("b"); c.removeAll(["a"]); v.push(c.get("b")); return v;`,
      ),
    ).toEqual([null, "2", null]);
  });

  test("keeps nothing longer than 6 hours (documented)", () => {
    const { value, clock } = testRuntime();
    value(`${cache} c.put("a", "1", 99999);`);
    clock.sleep(21_600_000);
    expect(value(`${cache} return c.get("a");`)).toBeNull();
  });

  test("may lose everything at any time (documented)", () => {
    const { value, stores } = testRuntime();
    value(`${cache} c.put("a", "1");`);
    stores.evictCaches();
    expect(value(`${cache} return c.get("a");`)).toBeNull();
  });

  test("drops those that expire first beyond 1,000 items (documented: 900 stay)", () => {
    const { value } = testRuntime();
    expect(
      value(
        `${cache} for (var i = 0; i < 1001; i++) c.put("k" + i, "v", 100 + i); return [c.get("k100"), c.get("k101"), c.get("k1000")];`,
      ),
    ).toEqual([null, "v", "v"]);
  });

  test.each([
    ['c.put("k".repeat(251), "v")', "Argument too large: key"],
    ['c.get("k".repeat(251))', "Argument too large: key"],
    ['c.put("k", "v".repeat(102401))', "Argument too large: value"],
  ])("%s: too large (documented; texts reported)", (call, message) => {
    expect(testRuntime().run(`${cache} ${call};`).message).toBe(message);
  });
});

describe("locks", () => {
  test("of a negative time are not taken, though they are free (reported)", () => {
    const { value } = testRuntime();
    expect(
      value(
        "var l=LockService.getScriptLock(); var v=[l.tryLock(-100), l.hasLock()]; try { l.waitLock(-100); } catch (e) { v.push(e.message); } return v;",
      ),
    ).toEqual([false, false, "Lock timeout: another process was holding the lock for too long."]);
  });

  const lock = "var l=LockService.getDocumentLock();";
  /** An execution that takes the lock and, between its calls, another one that wants it. */
  function contest(wanting: string, holding = `${lock} l.tryLock(1000); SpreadsheetApp.flush();`) {
    const answers: unknown[] = [];
    const kit = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush")
          answers.push(other.execute("want", [], { trigger: "menu", authMode: "FULL" }));
      },
    });
    const { beforeCall: _, ...options } = kit.runtime.options;
    const other = new LocalRuntime({ ...options, code: `function want(){ ${wanting} }` });
    const result = kit.run(holding);
    return { kit, answers, result };
  }

  test("a free lock is had at once, and had again by the same execution", () => {
    expect(
      testRuntime().value(
        `${lock} return [l.hasLock(), l.tryLock(10), l.tryLock(10), l.hasLock(), (l.releaseLock(), l.hasLock())];`,
      ),
    ).toEqual([false, true, true, true, false]);
  });

  test("held by another execution: tryLock waits its time and says false", () => {
    const { answers, kit } = contest(`${lock} return l.tryLock(5000);`);
    expect(answers).toMatchObject([{ value: false, elapsedMs: 5000 }]);
    expect(kit.value(`${lock} return l.tryLock(0);`)).toBe(true);
  });

  test("held by another execution: waitLock throws (reported text)", () => {
    expect(contest(`${lock} l.waitLock(5000);`).answers).toMatchObject([
      { outcome: "threw", message: "Lock timeout: another process was holding the lock for too long." },
    ]);
  });

  test("document, script and user locks do not disturb each other", () => {
    expect(
      contest("return [LockService.getScriptLock().tryLock(0), LockService.getUserLock().tryLock(0)].join();")
        .answers,
    ).toMatchObject([{ value: "true,true" }]);
  });

  test.each(["alert", "prompt"])("ui.%s releases it (documented)", (dialog) => {
    const { answers } = contest(
      `${lock} return l.tryLock(0);`,
      `${lock} l.tryLock(1000); SpreadsheetApp.getUi().${dialog}("?"); SpreadsheetApp.flush();`,
    );
    expect(answers).toMatchObject([{ value: true }]);
  });

  test.each([
    ["its end", `${lock} l.tryLock(0);`, "returned"],
    ["an exception", `${lock} l.tryLock(0); throw new Error("x");`, "threw"],
    ["a kill", `${lock} l.tryLock(0); for (;;) Utilities.sleep(300000);`, "killed"],
  ])("ends with its execution: %s (documented)", (_, body, outcome) => {
    const { run, value } = testRuntime();
    expect(run(body).outcome).toBe(outcome);
    expect(value(`${lock} return l.tryLock(0);`)).toBe(true);
  });

  test("can be lost: then its holder is not told, but hasLock knows", () => {
    const kit = testRuntime({
      beforeCall: ({ method }) => {
        if (method === "flush") kit.stores.locks.loseAll();
      },
    });
    expect(kit.value(`${lock} l.tryLock(0); SpreadsheetApp.flush(); return l.hasLock();`)).toBe(false);
  });
});
