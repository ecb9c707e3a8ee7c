import type { Snippets } from "../snippet";

/** Utilities. */
export const utilitySnippets: Snippets = {
  "computeDigest of a text": () =>
    Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "é", Utilities.Charset.UTF_8),
  "computeDigest of a text without a charset": () =>
    Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "é"),
  "computeDigest of bytes": () => Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, [0, -1, 127]),
  "base64Encode of a text": () => Utilities.base64Encode("é", Utilities.Charset.UTF_8),
  getUuid: () =>
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid()),
  sleep: (kit) => {
    kit.timed("sleep(100)", () => Utilities.sleep(100));
    return null;
  },
};
