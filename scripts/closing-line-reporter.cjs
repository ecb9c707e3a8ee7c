// Prints the run's totals as one plain line, "N passed, N failed", which CI reads.
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failedToRun = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : "";
    process.stdout.write(
      `${results.numPassedTests} passed, ${results.numFailedTests + failedToRun} failed${tail}\n`,
    );
  }
};
