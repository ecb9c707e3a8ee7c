import type { ApiResponse, Exchange } from "./exchange";

/** How long an answer waits for another to be swapped with, in milliseconds. */
export const swapWaitMs = 1_000;

/**
 * The exchanges of requests that were sent together, with the answers that the fault `swapped` marks given to each other:
 * the first to the second, the third to the fourth. The last of an odd number keeps its own.
 */
export function swapAnswers(exchanges: readonly Exchange[]): Exchange[] {
  const marked = exchanges.flatMap((exchange, index) =>
    exchange.kind === "answer" && exchange.swaps ? [{ exchange, index }] : [],
  );
  const swapped = [...exchanges];
  for (let first = 0; first + 1 < marked.length; first += 2) {
    const [one, other] = marked.slice(first, first + 2);
    if (!one || !other) continue;
    swapped[one.index] = { ...one.exchange, response: other.exchange.response };
    swapped[other.index] = { ...other.exchange, response: one.exchange.response };
  }
  return swapped;
}

/** Swaps the answers of requests that arrive over sockets, one by one: each waits a while for the next. */
export class SwapDesk {
  #waiting: { response: ApiResponse; take: (other: ApiResponse) => void } | null = null;

  /** `wait` sleeps for some milliseconds. */
  constructor(private readonly wait: (ms: number) => Promise<void>) {}

  /** The answer of the next request that comes here; this one's own if none comes within {@link swapWaitMs}. */
  async swap(response: ApiResponse): Promise<ApiResponse> {
    const partner = this.#waiting;
    if (partner) {
      this.#waiting = null;
      partner.take(response);
      return partner.response;
    }
    const met = new Promise<ApiResponse>((take) => {
      this.#waiting = { response, take };
    });
    const mine = this.#waiting;
    return Promise.race([
      met,
      this.wait(swapWaitMs).then(() => {
        if (this.#waiting === mine) this.#waiting = null;
        return response;
      }),
    ]);
  }
}
