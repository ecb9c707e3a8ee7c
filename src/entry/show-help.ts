import { gatherFacts, type HelpSources } from "../help/gather-facts";
import { helpPage } from "../help/page";
import { helpReport } from "../help/report";
import { readColumns } from "../plan/columns-tab";
import { defaultOptions } from "../ports/options";
import { type RunPorts, SheetFault } from "../ports/ports";
import { activeSheetAsShown } from "./active-sheet";
import { fromMenu } from "./for-user";
import { openJournal, timeOf } from "./open-execution";
import type { Platform } from "./platform";

/** A dialog with the version and what the add-on sees, and a report to copy: no cell and no key is in it. */
export const showHelp = (platform: Platform) => (): void =>
  fromMenu(platform, ({ messages, settings }) => {
    const ports = platform.ports();
    const facts = gatherFacts({
      version: platform.version,
      nowMs: ports.clock.nowMs(),
      settings,
      sheet: sheetSources(ports),
      journal: openJournal(ports),
      options: defaultOptions,
      ...platform.place(),
    });
    const page = helpPage(messages.help(facts, timeOf(messages, ports)), helpReport(facts));
    platform.showDialog(page, messages.addOn.menu.help);
  });

function sheetSources(ports: RunPorts): HelpSources["sheet"] {
  try {
    const { display, memory } = activeSheetAsShown(ports);
    return { display, columns: readColumns(display, memory), isMapped: memory.mapping !== null };
  } catch (fault) {
    if (fault instanceof SheetFault) return null;
    throw fault;
  }
}
