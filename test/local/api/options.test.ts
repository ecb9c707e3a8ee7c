import { faultKinds } from "../../../local/api/faults";
import { scopes } from "../../../local/api/gate";
import { defaultKey, helpText, type MainOptions, parseOptions } from "../../../local/api/options";

function options(...args: string[]): MainOptions {
  const parsed = parseOptions(args);
  if (parsed.kind !== "run") throw new Error(JSON.stringify(parsed));
  return parsed.options;
}

test("without options the stand-in takes a free port, one key with every scope, and 100 requests a minute", () => {
  expect(options()).toEqual({
    port: 0,
    keys: [{ key: defaultKey, scopes }],
    limit: 100,
    windowMs: 60_000,
    announceLimit: true,
    latencyMs: 0,
    faults: { seed: 1, chances: {}, next: [], applyTo: "posts", slowMs: 10_000, lateMs: 5_000 },
    notes: { maxLength: null, joinLines: false },
    dataPath: null,
  });
});

test("every option arrives", () => {
  const given = options(
    ...[
      "--port",
      "8080",
      "--key",
      "bbb_test_one_1111",
      "--key",
      "bbb_live_two_2222=orders:read+orders:write",
    ],
    ...["--limit", "20", "--window", "3", "--no-rate-headers", "--latency", "300", "--seed", "42"],
    ...["--fault", "reset-after=0.1", "--fault", "slow=.05", "--data", "orders.jsonl"],
    ...["--notes-length", "255", "--join-notes"],
  );
  expect(given).toMatchObject({
    port: 8080,
    keys: [
      { key: "bbb_test_one_1111", scopes },
      { key: "bbb_live_two_2222", scopes: ["orders:read", "orders:write"] },
    ],
    limit: 20,
    windowMs: 3000,
    announceLimit: false,
    latencyMs: 300,
    faults: { seed: 42, chances: { "reset-after": 0.1, slow: 0.05 } },
    notes: { maxLength: 255, joinLines: true },
    dataPath: "orders.jsonl",
  });
});

test.each([
  ["--port", "x"],
  ["--port", "65536"],
  ["--limit", "0"],
  ["--limit", "1.5"],
  ["--window", "0"],
  ["--latency", "-1"],
  ["--notes-length", "0"],
  ["--seed", "abc"],
  ["--key", "sk_live_1234567"],
  ["--key", "bbb_test_with space"],
  ["--key", "bbb_test_one_1111=orders:fly"],
  ["--fault", "flood=0.1"],
  ["--fault", "slow"],
  ["--fault", "slow=2"],
  ["--data", ""],
  ["--limit"],
  ["--nope"],
  ["stray"],
  ["--fault", "slow=0.6", "--fault", "empty=0.6"],
  ["--fault", "slow=0.1", "--fault", "slow=0.1"],
  ["--key", "bbb_test_one_1111", "--key", "bbb_test_one_1111"],
])("%s %s cannot be used, and one line says so", (...args) => {
  const parsed = parseOptions(args.filter((arg) => arg !== undefined));
  expect(parsed).toEqual({
    kind: "problem",
    message: expect.stringMatching(/^[^\n]+\. See npm run api -- --help$/),
  });
});

test("a key that cannot be used is not repeated in the message", () => {
  expect(JSON.stringify(parseOptions(["--key", "secret of somebody"]))).not.toContain("secret");
});

test("the help names every fault", () => {
  expect(parseOptions(["--help"])).toEqual({ kind: "help" });
  for (const kind of Object.keys(faultKinds)) expect(helpText).toContain(`\n  ${kind} `);
});
