// The order of the test files. jest begins with those that took longest, but on a clean clone it knows only their sizes; one that
// waits half a minute for browsers or processes and begins last would leave the other worker without work.
const { default: TestSequencer } = require("@jest/test-sequencer");

const slow =
  /[\\/]test[\\/]((browser|scripts|simulation|local[\\/](bench|command-line))[\\/]|long-run|readme|add-on[\\/](storage|exceptions)|security[\\/]strangers)/;

module.exports = class SlowTestsFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isFirst = ({ path, duration }) => duration === undefined && slow.test(path);
    return [...sorted.filter(isFirst), ...sorted.filter((test) => !isFirst(test))];
  }
};
