import type { StandInState } from "../../api/admin";
import type { FaultKind } from "../../api/faults";
import type { Connection } from "./connection";
import { button, byId, element } from "./element";

const refreshMs = 1_000;
const shownRequests = 30;

/** The faults that have a switch here; each one on its own hits every request that creates orders. */
const faultSwitches: { kind: FaultKind; caption: string }[] = [
  { kind: "reset-after", caption: "Reset after accepting" },
  { kind: "502-after", caption: "502" },
  { kind: "503-before", caption: "503" },
  { kind: "slow", caption: "Slow" },
];
const fewRequests = 10;
const usualRequests = 100;

/** What the panel reads: the stand-in's state and a key that it lets in. */
type PanelState = StandInState & { key: string };

/** The stand-in API: what arrived, the allowance left, and switches for what goes wrong. */
export class StandInPanel {
  private readonly panel = byId("stand-in");
  private readonly summary = element("p");
  private readonly problem = element("p", "problem-text");
  private readonly switches = element("div", "switches");
  private readonly requests = element("tbody");
  private readonly inputs = new Map<string, HTMLInputElement>();

  constructor(private readonly connection: Connection) {
    const toggle = byId("stand-in-toggle");
    toggle.addEventListener("click", () => {
      this.panel.hidden = !this.panel.hidden;
      toggle.setAttribute("aria-expanded", String(!this.panel.hidden));
      void this.refresh();
    });
    this.build();
    setInterval(() => {
      if (!this.panel.hidden && document.visibilityState === "visible") void this.refresh();
    }, refreshMs);
  }

  private build(): void {
    for (const { kind, caption } of faultSwitches) this.addSwitch(kind, caption, () => this.setFaults());
    this.addSwitch("limit", `Rate limit ${fewRequests}`, (on) =>
      this.turn("switches", { limit: on ? fewRequests : usualRequests }),
    );
    this.addSwitch("refuseKeys", "Wrong key", (on) => this.turn("switches", { refuseKeys: on }));
    this.switches.append(button("Forget all orders", () => void this.turn("reset", {})));
    this.problem.setAttribute("role", "status");
    const table = element("table");
    table.setAttribute("aria-label", "Requests, the newest first");
    const head = element("tr");
    for (const name of ["No.", "Time", "Request", "Key", "Answer", "Fault"]) {
      const cell = element("th", "", name);
      cell.scope = "col";
      head.append(cell);
    }
    const header = element("thead");
    header.append(head);
    table.append(header, this.requests);
    const scroll = element("div", "requests");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", "Requests");
    scroll.append(table);
    this.panel.append(this.summary, this.switches, this.problem, scroll);
  }

  private addSwitch(name: string, caption: string, turned: (on: boolean) => void): void {
    const input = element("input");
    input.type = "checkbox";
    input.setAttribute("role", "switch");
    input.addEventListener("change", () => turned(input.checked));
    const label = element("label", "", "");
    label.append(input, element("span", "", caption));
    this.inputs.set(name, input);
    this.switches.append(label);
  }

  /** The faults that are on share the requests among them. */
  private setFaults(): Promise<void> {
    const on = faultSwitches.filter(({ kind }) => this.inputs.get(kind)?.checked);
    const chances = Object.fromEntries(on.map(({ kind }) => [kind, 1 / on.length]));
    return this.turn("faults", { chances });
  }

  private async turn(action: string, body: unknown): Promise<void> {
    await this.attempt(async () => {
      await this.connection.post(`stand-in/${action}`, JSON.stringify(body));
      await this.refresh();
    });
  }

  private async refresh(): Promise<void> {
    await this.attempt(async () => this.show(await (await this.connection.get("stand-in")).json()));
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.problem.textContent = "";
    } catch (error) {
      this.problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  private show(state: PanelState): void {
    const { orderCounts, requestCount, allowances, switches, faults } = state;
    const [allowance] = allowances;
    const left = allowance === undefined ? "" : `, ${allowance.remaining} of ${switches.limit} requests left`;
    const orders = orderCounts.test + orderCounts.live;
    setText(this.summary, `${orders} orders made, ${requestCount} requests${left}. Key: ${state.key}`);
    for (const { kind } of faultSwitches) this.check(kind, (faults.chances[kind] ?? 0) > 0);
    this.check("limit", switches.limit === fewRequests);
    this.check("refuseKeys", switches.refuseKeys);
    this.requests.replaceChildren(...state.requests.slice(-shownRequests).reverse().map(requestRow));
  }

  private check(name: string, on: boolean): void {
    const input = this.inputs.get(name);
    if (input !== undefined) input.checked = on;
  }
}

function requestRow(request: StandInState["requests"][number]): HTMLElement {
  const row = element("tr");
  const query = new URLSearchParams(request.query).toString();
  const path = request.path.split("/").slice(-1)[0] ?? "";
  const texts = [
    String(request.number),
    request.at.slice(11, 19),
    `${request.method} /${path}${query === "" ? "" : `?${query}`}`,
    request.key,
    String(request.answer),
    request.fault ?? "",
  ];
  row.append(...texts.map((text) => element("td", "", text)));
  return row;
}

function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
