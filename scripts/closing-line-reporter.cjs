// Prints the run's totals as one plain line, "N passed, N failed", which CI reads; before it, what was left out and why.
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    for (const name of leftOut(results)) process.stdout.write(`${name}\n`);
    const failedToRun = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : "";
    process.stdout.write(
      `${results.numPassedTests} passed, ${results.numFailedTests + failedToRun} failed${tail}\n`,
    );
  }
};

/** The names of the groups of tests that this machine cannot run; they say why. */
function leftOut({ testResults }) {
  const skipped = testResults
    .flatMap((file) => file.testResults)
    .filter(({ status }) => status === "pending");
  const groups = skipped.flatMap(({ ancestorTitles }) => ancestorTitles);
  return new Set(groups.filter((title) => title.startsWith("LEFT OUT")));
}
