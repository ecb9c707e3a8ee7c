// jest runs in CommonJS mode: packages that ship ES modules alone go through the same transform as the sources.
const esModulesOnly = [
  ...["zod", "numfmt", "@cj-tech-master", "fast-check", "pure-rand", "@apidevtools"],
  ...["string-width", "strip-ansi", "ansi-regex", "emoji-regex", "get-east-asian-width"],
];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: { "\\.(ts|m?js)$": "<rootDir>/scripts/jest-esbuild.cjs" },
  // numfmt's package.json names a CommonJS file that it does not contain.
  moduleNameMapper: { "^numfmt$": "<rootDir>/node_modules/numfmt/dist/index.js" },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join("|")})/)`],
  testSequencer: "<rootDir>/scripts/slow-tests-first.cjs",
  reporters: ["default", "<rootDir>/scripts/closing-line-reporter.cjs"],
  testTimeout: 60000,
  // More than the two cores of CI: the slowest suites mostly wait for windows, browsers and other processes.
  maxWorkers: 3,
};
