import { isStopRequested, newToken, ownerProperty, ownsToken, requestStop } from "../../src/journal/owner";
import { MemoryProperties } from "./memory-properties";

const mine = newToken("A9C3", "MARK01");
const theirs = newToken("A9C3", "MARK02");

describe("the fencing token", () => {
  test("is the latest execution's alone", () => {
    const properties = { ...ownerProperty(mine), ...ownerProperty(theirs) };
    expect([ownsToken(properties, mine), ownsToken(properties, theirs)]).toEqual([false, true]);
    expect(ownsToken({}, mine)).toBe(false);
  });

  test("is nobody's once somebody pressed Stop", () => {
    const properties = new MemoryProperties();
    properties.write(ownerProperty(mine));
    expect(requestStop(properties, "A9C3")).toBe(true);
    expect(ownsToken(properties.values, mine)).toBe(false);
    expect(isStopRequested(properties.values, "A9C3")).toBe(true);
    expect(isStopRequested(properties.values, "BBBB")).toBe(false);
  });

  test("is no Stop while an execution has it", () => {
    expect(isStopRequested(ownerProperty(mine), "A9C3")).toBe(false);
    expect(isStopRequested({}, "A9C3")).toBe(false);
  });
});

describe("a Stop", () => {
  test("is tried three times, and is not called done when the storage never takes it", () => {
    const properties = new MemoryProperties();
    properties.answers.push("fails", "fails", "works");
    expect(requestStop(properties, "A9C3")).toBe(true);
    properties.values = {};
    properties.answers.push("fails", "fails", "fails");
    expect(requestStop(properties, "A9C3")).toBe(false);
  });

  test("counts as soon as it stands in the storage, whatever the storage said", () => {
    const properties = new MemoryProperties();
    properties.answers.push("stored");
    expect(requestStop(properties, "A9C3")).toBe(true);
    expect(properties.writes).toBe(1);
  });

  test("is not called done while the storage cannot be read back", () => {
    const properties = new MemoryProperties();
    properties.failsToRead = true;
    expect(requestStop(properties, "A9C3")).toBe(false);
  });
});
