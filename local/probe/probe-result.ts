/** What came of one snippet. */
export interface Answer {
  answer: unknown;
  /** Milliseconds of what was timed, by name. */
  times?: Record<string, number> | undefined;
}

/** What came of all of them. */
export interface ProbeResult {
  format: 1;
  /** Where it ran: `locale` is the person's language. */
  about: { locale: string; timeZone: string; ms: number };
  answers: Record<string, Answer>;
}
