// Turns TypeScript into what jest runs. TypeScript 7 has no JavaScript API, so ts-jest cannot; esbuild can.
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const esbuild = require("esbuild");

const options = {
  format: "cjs",
  target: "node20",
  // jest's contexts know no import() without a flag of Node's.
  supported: { "dynamic-import": false },
  sourcemap: "inline",
  define: { "import.meta.url": "importMetaUrl" },
  banner: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
};
const ownSource = readFileSync(__filename);

module.exports = {
  process(source, path) {
    const loader = path.endsWith(".ts") ? "ts" : "js";
    return esbuild.transformSync(source, { ...options, loader, sourcefile: path });
  },
  getCacheKey(source, path) {
    return createHash("sha256")
      .update(ownSource)
      .update(esbuild.version)
      .update(path)
      .update(source)
      .digest("hex");
  },
};
