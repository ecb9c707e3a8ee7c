// Builds dist/ and the programs of this machine, if they are older than what they are made from. Several builds at once do
// not disturb each other: each file is written under another name and then renamed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isUpToDate, remember, sourcesState } from "./build-state.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const state = await sourcesState(root);
if (!(await isUpToDate(root, state))) {
  // Loaded only now: loading esbuild takes longer than finding out that there is nothing to do.
  const [{ buildAddOn }, { buildLocalPrograms }] = await Promise.all([
    import("./add-on.mjs"),
    import("./local-programs.mjs"),
  ]);
  const [addOn, programs] = await Promise.all([buildAddOn(root), buildLocalPrograms(root)]);
  await remember(root, state, [...addOn, ...programs]);
}
