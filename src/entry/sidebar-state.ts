import { undeclaredLimit } from "../bitbybit/rate-limit";
import type { Endpoints } from "../endpoints/endpoints";
import { progressView } from "../messages/views";
import { countMissing, isToBeAsked, readColumns } from "../plan/columns-tab";
import { anothersRun } from "../plan/question";
import { defaultOptions } from "../ports/options";
import { isOwnRun, readRun } from "../receipt/run-record";
import { apiKeyHashOf } from "../run/begin-execution";
import { currentReport, lookUpReport } from "../run/run-report";
import { activeSheetAsShown } from "./active-sheet";
import { inWords } from "./for-user";
import { openJournal, timeOf } from "./open-execution";
import type { Platform } from "./platform";
import { viewOf } from "./user";

/** Everything that the sidebar shows when it opens. */
export const getState =
  (platform: Platform): Endpoints["getState"] =>
  () =>
    inWords(platform, ({ messages, spoken, settings, notice }) => {
      const ports = platform.ports();
      const journal = openJournal(ports);
      const { properties } = journal.read();
      const run = readRun(properties);
      const lookUp = lookUpReport({ ports }, properties);
      const report = lookUp ?? (run && currentReport({ ports, journal }, run));
      const { userName, apiKey } = settings;
      const user = { userName, apiKeyHash: apiKey === "" ? "" : apiKeyHashOf(ports, apiKey) };
      const other = anothersRun(run, user, ports.clock.nowMs(), defaultOptions.leaseMs);
      const time = timeOf(messages, ports);
      const { display, memory } = activeSheetAsShown(ports);
      const columns = readColumns(display, memory);
      return {
        columnsMissing: countMissing(columns),
        open: isToBeAsked(columns) ? "columns" : "run",
        version: platform.version,
        spoken,
        settings: viewOf({ settings, notice }),
        run: report && progressView(messages, report, undeclaredLimit, time),
        runIsAnothers: !!report?.run && report.run.end === null && !isOwnRun(report.run, user),
        lease: other ? messages.runs.anotherRuns(other.userName, time(other.startedAtMs), other.queued) : "",
      };
    });
