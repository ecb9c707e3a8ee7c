/** The base address of the contract, that `/orders` is appended to. */
export const defaultApiAddress = "https://api.bitbybit.studio/customer/api/open/v1";

const apiHost = "api.bitbybit.studio";
const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** Why an address is refused. */
export type AddressFault = "shape" | "credentials" | "scheme" | "host" | "port" | "query";

export type AddressCheck = { ok: true; address: string } | { ok: false; fault: AddressFault };

/**
 * Checks an address before a key is ever sent to it: https on the API's own host; if `local` is set, loopback too,
 * with http and any port. The answer has no slash at its end. Apps Script has no URL class, so this is a grammar of its
 * own, and everything that it does not know is refused.
 */
export function checkApiAddress(text: string, local: boolean): AddressCheck {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\\s]*)([^?#\\\s]*)(.*)$/i.exec(text.trim());
  if (!parts) return { ok: false, fault: "shape" };
  const [, scheme = "", authority = "", path = "", rest = ""] = parts;
  if (authority.includes("@")) return { ok: false, fault: "credentials" };
  if (rest !== "") return { ok: false, fault: "query" };
  const place = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::([0-9]{1,5}))?$/i.exec(authority);
  if (!place) return { ok: false, fault: "host" };
  const host = (place[1] ?? "").toLowerCase();
  const port = place[2];
  const secure = scheme.toLowerCase() === "https";
  const address = `${scheme.toLowerCase()}://${host}${port ? `:${port}` : ""}${path.replace(/\/+$/, "")}`;
  if (local && loopbackHosts.includes(host)) {
    return secure || scheme.toLowerCase() === "http" ? { ok: true, address } : { ok: false, fault: "scheme" };
  }
  if (host !== apiHost) return { ok: false, fault: "host" };
  if (!secure) return { ok: false, fault: "scheme" };
  if (port !== undefined) return { ok: false, fault: "port" };
  return { ok: true, address };
}
