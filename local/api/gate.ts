import { type ApiResponse, errorResponse } from "./exchange";

/** The environment an API key belongs to. Orders of one are not seen from the other. */
export type Environment = "test" | "live";

/** What the dashboard lets a key do, as `orders:read`. */
export const scopes = [
  "orders:read",
  "orders:write",
  "products:read",
  "products:write",
  "products:delete",
  "customers:read",
  "customers:write",
  "customers:delete",
] as const;
export type Scope = (typeof scopes)[number];

/** An API key that the stand-in knows. */
export interface ApiKey {
  /** Begins with `bbb_test_` or `bbb_live_`. */
  key: string;
  scopes: readonly Scope[];
}

/** Who may come in. The switches may be turned at any time. */
export interface Gate {
  keys: readonly ApiKey[];
  /** True: every key counts as unknown, as after it was revoked. */
  refuseKeys: boolean;
  /** True: every request seems to come from an address that the key's list does not allow. */
  refuseAddresses: boolean;
}

/** The environment of a key, by its prefix; null when it has neither prefix. */
export function environmentOf(key: string): Environment | null {
  if (key.startsWith("bbb_test_")) return "test";
  return key.startsWith("bbb_live_") ? "live" : null;
}

/** A key as it may be shown or written down: its last four characters alone. */
export function shownKey(key: string): string {
  return key === "" ? "" : `…${key.slice(-4)}`;
}

/** The known key that a request carries in `x-api-key`, or the 401 that refuses it. */
export function identify(gate: Gate, headers: Record<string, string>): ApiKey | ApiResponse {
  const given = headers["x-api-key"] ?? "";
  if (given === "") return errorResponse(401, "MISSING_API_KEY", "The header x-api-key is missing");
  const known = gate.keys.find(({ key }) => key === given);
  if (known === undefined || gate.refuseKeys) {
    return errorResponse(401, "INVALID_API_KEY", "The API key is not known");
  }
  return known;
}

/** The 403 that refuses a known key for its address or its scopes; null when it may pass. */
export function refuse(gate: Gate, key: ApiKey, requiredScope: string): ApiResponse | null {
  if (gate.refuseAddresses) {
    return errorResponse(403, "IP_NOT_ALLOWED", "The API key may not be used from this IP address");
  }
  if (!key.scopes.some((scope) => scope === requiredScope)) {
    return errorResponse(403, "INSUFFICIENT_SCOPE", `The API key lacks the scope ${requiredScope}`);
  }
  return null;
}
