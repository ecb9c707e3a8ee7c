/**
 * What becomes of writes whose call failed or whose execution was killed: all of them are made, none, the first of them, or
 * all of them a while later (`Unknowns.lateMs`). Which of these Google does is documented nowhere.
 */
export type WriteFate = "kept" | "lost" | "part" | "later";

/** What becomes of writes that were buffered when an execution is killed. */
export type BufferFate = WriteFate;

/** An exception that a service throws at the script: its text is what Apps Script would say. */
export class ServiceFault extends Error {
  override readonly name = "ServiceFault";
  readonly fate: WriteFate | undefined;

  /**
   * `fate` is for hooks that run before a call. It says what becomes of the call's writes although the script sees an
   * exception: of a call of the spreadsheet service the writes that wait in the buffer, of a call of properties what it was
   * to store. Without it the call does nothing, and what waits in the buffer goes on waiting.
   */
  constructor(message: string, fate?: WriteFate) {
    super(message);
    this.fate = fate;
  }
}

/** Ends the execution as a kill does: nothing the script does afterwards has any effect. Thrown by hooks. */
export class KillExecution extends Error {
  override readonly name = "KillExecution";
  readonly buffer: BufferFate | undefined;
  readonly fate: WriteFate | undefined;

  /**
   * `buffer` overrides the runtime's own `bufferAtKill`. `fate` says what becomes of the call of properties in which the kill
   * comes, for hooks that run before it; without it the call does nothing.
   */
  constructor(buffer?: BufferFate, fate?: WriteFate) {
    super("Exceeded maximum execution time");
    this.buffer = buffer;
    this.fate = fate;
  }
}

/** Something that Apps Script has and this runtime has not. Ends the execution, even if the script catches it. */
export class NotImplemented extends Error {
  override readonly name = "NotImplemented";

  /** `what` is `Service.method`. */
  constructor(what: string) {
    super(`not implemented: ${what}`);
  }
}
