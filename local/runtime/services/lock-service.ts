import { ServiceFault } from "../faults";
import { take } from "./arguments";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["getScriptLock", "getUserLock", "getDocumentLock"] });

/** LockService: locks between executions of one script; each ends with its execution. */
export class LockServiceObject extends Service {
  readonly service = "LockService";
  readonly calls = calls;

  getScriptLock(): Lock {
    return new Lock(this.execution, "script");
  }

  getUserLock(): Lock {
    return new Lock(this.execution, `user:${this.execution.options.user ?? "user"}`);
  }

  getDocumentLock(): Lock {
    return new Lock(this.execution, `document:${this.execution.options.spreadsheet.id}`);
  }
}

const lockCalls = callTable({ free: ["tryLock", "waitLock", "releaseLock", "hasLock"] });

/** One lock. */
class Lock extends Service {
  readonly service = "Lock";
  readonly calls = lockCalls;
  private readonly lockName: string;

  constructor(execution: Service["execution"], lockName: string) {
    super(execution);
    this.lockName = lockName;
  }

  tryLock(...args: unknown[]): boolean {
    const [timeoutMs] = take("LockService.Lock.tryLock", args, ["number"]);
    return this.takeWithin(timeoutMs);
  }

  waitLock(...args: unknown[]): void {
    const [timeoutMs] = take("LockService.Lock.waitLock", args, ["number"]);
    if (this.takeWithin(timeoutMs)) return;
    throw new ServiceFault("Lock timeout: another process was holding the lock for too long.");
  }

  releaseLock(): void {
    this.locks.release(this.lockName, this.execution);
  }

  hasLock(): boolean {
    return this.locks.isHeldBy(this.lockName, this.execution);
  }

  /** Waits the whole time out before looking again: who holds the lock cannot go on meanwhile in this thread. */
  private takeWithin(timeoutMs: number): boolean {
    // A negative time is over before it begins (reported: the tests of gas-fakes, run on Google).
    if (timeoutMs < 0) return this.hasLock();
    if (this.locks.take(this.lockName, this.execution)) return true;
    this.execution.sleep(timeoutMs);
    return this.locks.take(this.lockName, this.execution);
  }

  private get locks() {
    return this.execution.options.stores.locks;
  }
}
