/** Stands for a live execution. */
export type LockOwner = object;

/** Which execution holds which lock. Locks are named: `script`, `document:ID`, `user:NAME`. */
export class LockTable {
  private readonly owners = new Map<string, LockOwner>();

  /** Takes the lock if it is free; true also when this owner has it already. */
  take(name: string, owner: LockOwner): boolean {
    const holder = this.owners.get(name);
    if (holder !== undefined && holder !== owner) return false;
    this.owners.set(name, owner);
    return true;
  }

  isHeldBy(name: string, owner: LockOwner): boolean {
    return this.owners.get(name) === owner;
  }

  release(name: string, owner: LockOwner): void {
    if (this.isHeldBy(name, owner)) this.owners.delete(name);
  }

  /** Releases everything that the owner holds: at its end, at a kill, and when it opens a dialog. */
  releaseAll(owner: LockOwner): void {
    for (const [name, holder] of this.owners) if (holder === owner) this.owners.delete(name);
  }

  /** Takes every lock from whoever holds it, without telling: the fault "lost lock". */
  loseAll(): void {
    this.owners.clear();
  }
}
