import { timingSafeEqual } from "node:crypto";

/** What a request says about where it comes from; header names in lower case. */
export interface RequestOrigin {
  host: string | undefined;
  origin: string | undefined;
  /** The session's token, from the header `x-workbench-token`. */
  token: string | undefined;
}

/**
 * Why a request is refused, or null. Only this machine's own name is accepted as Host (a page elsewhere could otherwise
 * point its name at 127.0.0.1), only the workbench's own pages as Origin, and everything but the page itself needs the
 * session's token.
 */
export function refusalOf(
  request: RequestOrigin,
  port: number,
  sessionToken: string,
  needsToken: boolean,
): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (request.host === undefined || !hosts.includes(request.host)) {
    return "The workbench answers on 127.0.0.1 only.";
  }
  if (request.origin !== undefined && request.origin !== `http://${request.host}`) {
    return "Another page may not use the workbench.";
  }
  if (needsToken && !sameText(request.token ?? "", sessionToken)) {
    return "This page belongs to an earlier session: open the address that npm run workbench printed.";
  }
  return null;
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
