/**
 * Reads something shared from the database, one reading at a time. Two kinds of callers: who only wants a younger
 * snapshot joins the reading under way; who just changed something must not, since that reading may have begun before
 * the change was committed.
 */
export class CurrentReading {
  readonly #read: () => Promise<void>;
  #underWay: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(read: () => Promise<void>) {
    this.#read = read;
  }

  /** Joins the reading under way or begins one: what was committed shortly before the call may be missing. */
  join(): Promise<void> {
    this.#underWay ??= this.#read().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Shows whatever was committed before the call: a reading under way is waited for, and the next one is shared. */
  again(): Promise<void> {
    if (this.#underWay === undefined) return this.join();
    this.#next ??= this.#underWay
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.join();
      });
    return this.#next;
  }

  /** Waits for the reading under way, however it ends. */
  async ended(): Promise<void> {
    await this.#underWay?.catch(() => {});
  }
}
