/** The API's own host: the only one besides this machine that an API key may be sent to. */
export const apiHost = "api.bitbybit.studio";

/** An address that can be used, without a slash at its end, or the sentence that says why it cannot. */
export type CheckedAddress = { ok: true; address: string } | { ok: false; message: string };

/**
 * Checks the base address that `/orders` is appended to: http or https on this machine, or https on the API's own host and
 * its own port. Nothing in the text may hide where the key would go: no user name, no query, no blanks, no backslash.
 */
export function checkApiAddress(text: string): CheckedAddress {
  const refuse = (why: string): CheckedAddress => ({
    ok: false,
    message: `--api ${JSON.stringify(text)} ${why}; use https://${apiHost}/… or http://127.0.0.1:PORT/…`,
  });
  if (/[\s\\]/.test(text) || !URL.canParse(text)) return refuse("is not an address");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return refuse("is not a web address");
  if (url.username !== "" || url.password !== "" || text.includes("@"))
    return refuse("holds a user name or password");
  if (text.includes("?") || text.includes("#")) return refuse("goes on after its path");
  if (!isLoopback(url.hostname)) {
    if (url.hostname !== apiHost) return refuse("is neither on this machine nor bitbybit's own");
    if (url.protocol !== "https:") return refuse("is not encrypted");
    if (url.port !== "") return refuse("names another port than bitbybit's");
  }
  return { ok: true, address: url.href.replace(/\/+$/, "") };
}

/** True for this machine's names and addresses; the URL parser has already written IPv4 addresses with four numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
