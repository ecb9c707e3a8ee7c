import type { ProblemItem, ProblemKind } from "../endpoints";
import type { RunKind } from "../run/progress";
import { explainFailure } from "./call-failure";
import type { Server } from "./calls";
import { byId, report, textElement } from "./elements";
import { count, problemHeadings, sentences, wayOut } from "./text";

/** The Problems tab: the rows that need a person, by kind; a click goes to the cell. */
export class ProblemsTab {
  private readonly list = byId("problems", HTMLElement);
  private readonly message = byId("problems-message", HTMLElement);
  private readNumber = 0;

  /** `run` starts a run on the selection and shows it. */
  constructor(
    private readonly server: Server,
    private readonly run: (kind: RunKind) => void,
    private readonly online: () => boolean,
  ) {
    byId("check-again", HTMLElement).addEventListener("click", () => run("check"));
    byId("resolve", HTMLElement).addEventListener("click", () => run("resolve"));
  }

  /** Reads the problems anew; those shown stay until the new ones are there. */
  async read(): Promise<void> {
    this.readNumber += 1;
    const { readNumber } = this;
    report(this.message, sentences.loadingProblems);
    try {
      const { items, more } = await this.server.getProblems();
      if (readNumber !== this.readNumber) return;
      report(this.message, items.length === 0 ? sentences.noProblems : more > 0 ? sentences.more(more) : "");
      const kinds = Object.keys(problemHeadings) as ProblemKind[];
      this.list.replaceChildren(
        ...kinds.flatMap((kind) =>
          this.group(
            kind,
            items.filter((item) => item.kind === kind),
          ),
        ),
      );
    } catch (error) {
      report(this.message, explainFailure(error, this.online()).message, false);
    }
  }

  private group(kind: ProblemKind, items: ProblemItem[]): HTMLElement[] {
    if (items.length === 0) return [];
    const section = textElement("section", "", "kind");
    const heading = textElement("h2", `${problemHeadings[kind]} (${count(items.length, "row")})`);
    heading.id = `kind-${kind}`;
    section.setAttribute("aria-labelledby", heading.id);
    section.append(heading);
    if (kind === "unconfirmed" || kind === "held") section.append(this.wayOut());
    const list = document.createElement("ul");
    list.append(...items.map((item) => this.item(item)));
    section.append(list);
    return [section];
  }

  private wayOut(): HTMLElement {
    const box = textElement("div", "", "way-out");
    const button = textElement("button", wayOut.button);
    button.type = "button";
    button.addEventListener("click", () => this.run("sendAgain"));
    box.append(textElement("p", wayOut.hint), button);
    return box;
  }

  private item(item: ProblemItem): HTMLElement {
    const button = textElement("button", "", "problem");
    button.type = "button";
    button.append(
      textElement("b", `${item.cell} · ${item.order}`),
      document.createTextNode(`\n${item.message}`),
    );
    button.addEventListener("click", () => void this.select(item));
    const entry = document.createElement("li");
    entry.append(button);
    return entry;
  }

  private async select(item: ProblemItem): Promise<void> {
    try {
      const { ok, message } = await this.server.selectCell(item.sheetId, item.cell);
      report(this.message, message, ok ? undefined : false);
    } catch (error) {
      report(this.message, explainFailure(error, this.online()).message, false);
    }
  }
}
