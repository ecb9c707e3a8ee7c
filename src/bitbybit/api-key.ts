/** Whether a key is for production or for tests. */
export type Environment = "test" | "live";

/** Why a text cannot be an API key. */
export type ApiKeyFault = "empty" | "space" | "shape" | "tooLong";

export type ApiKeyCheck =
  | { ok: true; apiKey: string; environment: Environment }
  | { ok: false; fault: ApiKeyFault };

const longestKey = 200;

/**
 * Checks what a user typed as API key: `bbb_live_…` or `bbb_test_…`. Outer spaces are forgiven, since a pasted key often
 * brings them along; a space or line break inside is a sign of something else.
 */
export function checkApiKey(text: string): ApiKeyCheck {
  const apiKey = text.trim();
  if (apiKey === "") return { ok: false, fault: "empty" };
  if (apiKey.length > longestKey) return { ok: false, fault: "tooLong" };
  if (/\s/.test(apiKey)) return { ok: false, fault: "space" };
  const prefix = /^bbb_(live|test)_[A-Za-z0-9_-]{4,}$/.exec(apiKey);
  if (!prefix) return { ok: false, fault: "shape" };
  return { ok: true, apiKey, environment: prefix[1] === "live" ? "live" : "test" };
}

/** The last four characters, the most that is ever shown: `…1a2b`. */
export function keyTail(apiKey: string): string {
  return `…${apiKey.slice(-4)}`;
}

/** The key as the settings show it: `bbb_test_…1a2b`. */
export function maskKey(apiKey: string): string {
  return `${apiKey.slice(0, "bbb_test_".length)}${keyTail(apiKey)}`;
}
