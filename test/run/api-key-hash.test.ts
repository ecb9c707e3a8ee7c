import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { apiKeyHashOf } from "../../src/run/begin-execution";

const ports = { sha256: (text: string) => createHash("sha256").update(text).digest() };

describe("what stands for an API key in send keys", () => {
  test("is four characters, always the same for one key", () => {
    const [hash, again] = [apiKeyHashOf(ports, "bbb_test_key"), apiKeyHashOf(ports, "bbb_test_key")];
    expect(hash).toMatch(/^[0-9A-Z]{4}$/);
    expect(again).toBe(hash);
  });

  test("differs for keys that differ in one letter", () => {
    expect(apiKeyHashOf(ports, "bbb_test_key")).not.toBe(apiKeyHashOf(ports, "bbb_test_kez"));
  });

  test("holds no part of the key: only a digest of it gets through", () => {
    const constant = { sha256: () => new Uint8Array(32) };
    const hash = apiKeyHashOf(constant, "");
    fc.assert(
      fc.property(fc.string(), (apiKey) => apiKeyHashOf(constant, apiKey) === hash),
      { seed: 7 },
    );
  });

  test("comes of a digest that serves nothing else, so that a digest of the bare key does not reveal it", () => {
    const digested: string[] = [];
    apiKeyHashOf(
      {
        sha256: (text) => {
          digested.push(text);
          return ports.sha256(text);
        },
      },
      "bbb_test_key",
    );
    expect(digested).not.toContain("bbb_test_key");
  });
});
