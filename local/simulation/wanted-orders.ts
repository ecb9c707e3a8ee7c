/** What the user has in mind about the orders that bear one token. */
export interface Wanted {
  /** How many orders of this token the user may have wanted at any time. */
  most: number;
  /** Edited after it may have been sent: from then on nobody can tell it by its content. */
  edited: boolean;
  /** What the add-on wrote beside it was thrown away by the user. */
  cleared: boolean;
  /** Its rows were once sorted without their status columns, so that its send key stood beside another order. */
  parted: boolean;
  /** A request of it landed after every wait was over, or a list hid it for so long: the honest limit. */
  beyondWait: boolean;
  /** Every text that ever stood in its rows, as `City=Bandung`: its order must not hold another order's. */
  typed: Set<string>;
}

/** The orders that the user wanted, by the tokens in their rows. */
export class WantedOrders {
  private readonly byToken = new Map<string, Wanted>();

  /** Wants `count` orders more of a token. */
  want(token: string, count = 1): void {
    this.of(token).most += count;
  }

  of(token: string): Wanted {
    const known = this.byToken.get(token);
    if (known !== undefined) return known;
    const made: Wanted = {
      most: 0,
      edited: false,
      cleared: false,
      parted: false,
      beyondWait: false,
      typed: new Set(),
    };
    this.byToken.set(token, made);
    return made;
  }

  all(): [token: string, wanted: Wanted][] {
    return [...this.byToken];
  }

  /** The user typed a text into a row of this token. */
  type(token: string, header: string, text: string | number): void {
    this.of(token).typed.add(`${header}=${text}`);
  }

  /** The user edited an order, which may have been sent already. */
  edit(token: string): void {
    const wanted = this.of(token);
    if (wanted.cleared && !wanted.edited) wanted.most += 1;
    wanted.edited = true;
  }

  /**
   * The records of some rows were thrown away by the user: if such an order was edited too, the sheet holds an order of
   * which nothing says that it was ever made, so making it is right.
   */
  recordsLost(tokens: Iterable<string>): void {
    for (const token of new Set(tokens)) {
      this.of(token).cleared = true;
      if (this.of(token).edited) this.want(token);
    }
  }
}
