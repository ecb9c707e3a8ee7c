import fc from "fast-check";
import { claspFailure } from "../../scripts/release/clasp-failure";
import { anyCharacter } from "../any-character";

describe("what clasp prints becomes one sentence that says what to do", () => {
  test.each([
    ["No credentials found.", "Run npx clasp login"],
    ["The incoming JSON object does not contain a refresh_token field", "Run npx clasp login"],
    ["invalid_grant", "no longer accepts this login"],
    ["invalid_rapt", "no longer accepts this login"],
    [
      "Request had invalid authentication credentials. Expected OAuth 2 access token",
      "no longer accepts this login",
    ],
    ["User has not enabled the Apps Script API. Enable it by visiting https://…", "usersettings"],
    ["Scripts may only have up to 20 versioned deployments at a time.", "Archive old ones"],
    ["A script may not have more than 200 versions.", "Delete old ones"],
    ["Resource has been exhausted (e.g. check quota).", "Try again in some minutes"],
    ["Quota exceeded for quota metric 'Management requests' and limit '…'", "Try again in some minutes"],
    [
      "request to https://script.googleapis.com/v1 failed, reason: getaddrinfo ENOTFOUND",
      "cannot be reached",
    ],
    ["connect ECONNREFUSED 142.250.1.1:443", "cannot be reached"],
    ["Requested entity was not found.", "knows no such script or sheet"],
    ["The caller does not have permission", "may not do that"],
    ["Request had insufficient authentication scopes.", "may not do that"],
    ["Internal error encountered.", "an error of its own"],
  ])("%s", (printed, part) => {
    expect(claspFailure(printed)).toContain(part);
  });

  test("what is not known is quoted by its first line", () => {
    expect(claspFailure("\n  Something new\n    at Files.push (files.js:1)\n")).toBe(
      "clasp failed; it says: Something new",
    );
  });

  test("silence is said to be silence", () => {
    expect(claspFailure(" \n ")).toBe("clasp failed and did not say why. Run this command again.");
  });

  test("whatever is printed, the sentence is one short line without control characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 2000 }), (printed) => {
        const sentence = claspFailure(printed);
        expect(sentence).toMatch(/^\P{C}{1,300}$/u);
      }),
      { seed: 18, numRuns: 300 },
    );
  });
});
