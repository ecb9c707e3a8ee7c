import { cellName } from "../../runtime/model/a1";
import { element } from "./element";
import type { Place } from "./grid-selection";

/** Where the active cell goes after an edit: rows down and columns to the right. */
export interface Step {
  rows: number;
  columns: number;
}

/** The text box over a cell while it is edited. Enter, Tab and leaving it keep the text; Escape does not. */
export class GridEditor {
  private input: HTMLInputElement | null = null;
  private place: Place = { row: 1, column: 1 };
  private initial = "";

  /** `commit` gets what was typed, and where to go next (null: stay). */
  constructor(
    private readonly layer: HTMLElement,
    private readonly commit: (place: Place, text: string, step: Step | null) => void,
    private readonly closed: () => void,
  ) {}

  get isOpen(): boolean {
    return this.input !== null;
  }

  /** Opens over `cell`; `text` is selected by nobody, the cursor stands at its end. `initial` is what the cell held. */
  open(place: Place, cell: HTMLElement, initial: string, text = initial): void {
    this.close(true);
    const input = element("input", "grid-editor");
    const [frame, box] = [this.layer.getBoundingClientRect(), cell.getBoundingClientRect()];
    input.style.left = `${box.left - frame.left}px`;
    input.style.top = `${box.top - frame.top}px`;
    input.style.width = `${box.width}px`;
    input.style.height = `${box.height}px`;
    input.value = text;
    input.setAttribute("aria-label", `Edit ${cellName(place.row, place.column)}`);
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close(true));
    Object.assign(this, { input, place, initial });
    this.layer.append(input);
    input.focus();
  }

  /** Closes the box; `keep` decides over what was typed. */
  close(keep: boolean, step: Step | null = null): void {
    const { input } = this;
    if (input === null) return;
    this.input = null;
    const text = input.value;
    input.remove();
    if (keep && text !== this.initial) this.commit(this.place, text, step);
    else if (keep && step !== null) this.commit(this.place, this.initial, step);
    this.closed();
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    const step = stepOf(event);
    if (step === null && event.key !== "Escape") return;
    event.preventDefault();
    this.close(event.key !== "Escape", step);
  }
}

function stepOf(event: KeyboardEvent): Step | null {
  if (event.key === "Enter") return { rows: event.shiftKey ? -1 : 1, columns: 0 };
  if (event.key === "Tab") return { rows: 0, columns: event.shiftKey ? -1 : 1 };
  return null;
}
