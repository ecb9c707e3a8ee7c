/** A text that Google or clasp answers with, and the sentence for it. The first that matches counts. */
interface Known {
  readonly sign: RegExp;
  readonly sentence: string;
}

/**
 * Signs as clasp 3.4 prints them, in English whatever the user's language is: its own words, and `error.message` of
 * Google's answers (google/clasp issues 196, 256 and 973; googleapis' refresh errors; Node's network error codes).
 */
const known: readonly Known[] = [
  {
    sign: /No credentials found|does not contain a (refresh_token|client_id|client_secret)/i,
    sentence: "clasp is not logged in to Google. Run npx clasp login, then this command again.",
  },
  {
    sign: /has not enabled the Apps Script API/i,
    sentence:
      "The Apps Script API is switched off for this Google account. Switch it on at https://script.google.com/home/usersettings, wait a minute, then run this command again.",
  },
  {
    sign: /invalid_grant|invalid_rapt|invalid authentication credentials|Invalid Credentials|Login Required/i,
    sentence: "Google no longer accepts this login. Run npx clasp login, then this command again.",
  },
  {
    sign: /up to \d+ versioned deployments/i,
    sentence:
      "The script has as many deployments as Google allows. Archive old ones under Deploy > Manage deployments in the script editor, then run this command again.",
  },
  {
    sign: /\bversions?\b.*\b(limit|maximum|more than|too many)\b|\b(limit|maximum|more than|too many)\b.*\bversions?\b/i,
    sentence:
      "The script has as many versions as Google allows. Delete old ones under Project History in the script editor, then run this command again.",
  },
  {
    sign: /Resource has been exhausted|quota|rate ?limit|Too Many Requests/i,
    sentence: "Google's quota for such requests is used up for now. Try again in some minutes.",
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|socket hang up|network timeout/,
    sentence: "Google cannot be reached from here. Check the network, a proxy or a firewall, then try again.",
  },
  {
    sign: /Requested entity was not found|File not found|Invalid script ?ID/i,
    sentence:
      "Google knows no such script or sheet for this account. Check the ID, and with npx clasp show-authorized-user whose login this is.",
  },
  {
    sign: /does not have permission|insufficient (authentication )?(scopes|permission)|Permission denied|Forbidden/i,
    sentence:
      "This Google account may not do that. Ask for the right to edit, or log in as somebody who has it with npx clasp login.",
  },
  {
    sign: /Internal error|Backend Error|Service unavailable|currently unavailable|deadline/i,
    sentence: "Google had an error of its own. Try again in some minutes.",
  },
];

const longestQuote = 200;

/**
 * Says in one sentence what went wrong and what to do, from what clasp printed. What is not known is quoted: its first
 * line, without control characters, at most 200 characters.
 *
 * @param printed - what clasp wrote on standard error, or on standard output if that was empty
 */
export function claspFailure(printed: string): string {
  const match = known.find(({ sign }) => sign.test(printed));
  if (match !== undefined) return match.sentence;
  const firstLine = printed
    .replace(/[^\P{C}\n]/gu, "")
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line !== "");
  if (firstLine === undefined) return "clasp failed and did not say why. Run this command again.";
  const quote = firstLine.length > longestQuote ? `${firstLine.slice(0, longestQuote)}…` : firstLine;
  return `clasp failed; it says: ${quote}`;
}
