/**
 * What a thrown value says, on one line. It asks for no `instanceof Error`: an error that comes from another realm, as
 * under a test runner, fails that.
 */
export function thrownText(thrown: unknown): string {
  const told = typeof thrown === "object" && thrown !== null && "message" in thrown ? thrown.message : thrown;
  return String(told).split("\n")[0] ?? "";
}
