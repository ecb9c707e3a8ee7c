/** An exception that a service throws at the script: its text is what Apps Script would say. */
export class ServiceFault extends Error {
  override readonly name = "ServiceFault";
}

/** What becomes of writes that were buffered when an execution is killed. */
export type BufferFate = "kept" | "lost";

/** Ends the execution as a kill does: nothing the script does afterwards has any effect. Thrown by hooks. */
export class KillExecution extends Error {
  override readonly name = "KillExecution";
  readonly buffer: BufferFate | undefined;

  /** `buffer` overrides the runtime's own `bufferAtKill`. */
  constructor(buffer?: BufferFate) {
    super("Exceeded maximum execution time");
    this.buffer = buffer;
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
