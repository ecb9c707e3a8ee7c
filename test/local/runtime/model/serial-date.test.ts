import { epochFromSerial, serialFromEpoch } from "../../../../local/runtime/model/serial-date";

describe("dates as serial numbers", () => {
  test.each(["Etc/GMT", "Asia/Jakarta", "America/New_York"])(
    "a moment survives the way there and back in %s",
    (zone) => {
      const moment = Date.UTC(2026, 6, 3, 23, 59, 58, 500);
      expect(epochFromSerial(serialFromEpoch(moment, zone), zone)).toBe(moment);
    },
  );

  test("1 January 1970 is day 25569 of Sheets' calendar", () => {
    expect(serialFromEpoch(0, "Etc/GMT")).toBe(25569);
  });

  test("the serial number names the wall clock of the spreadsheet's zone", () => {
    expect(new Date(epochFromSerial(45293, "Asia/Jakarta")).toISOString()).toBe("2024-01-01T17:00:00.000Z");
  });
});
