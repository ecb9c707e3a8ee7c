import type { PageEvent, RowView } from "./page-event";

/** What a page that opens in the middle has to be told: the newest state, put together from the events so far. */
export class SessionMirror {
  private readonly latest = new Map<PageEvent["kind"], PageEvent>();
  private rows = new Map<number, RowView>();

  /** Takes note of an event. What is of the moment passes; whoever comes later does not see it. */
  take(event: PageEvent): void {
    if (event.kind === "toast" || event.kind === "failure" || event.kind === "pageDialog") return;
    if (event.kind !== "rows") {
      this.latest.set(event.kind, event);
      return;
    }
    if (event.all) this.rows = new Map();
    for (const row of event.rows) this.rows.set(row[0], row);
  }

  /** The events that bring a new page up to date. */
  catchUp(): PageEvent[] {
    return [...this.latest.values(), { kind: "rows", all: true, rows: [...this.rows.values()] }];
  }
}
