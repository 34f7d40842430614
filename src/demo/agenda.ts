import type { Instant } from "../kernel/time.ts";

type Entry<T> = { readonly at: Instant; readonly order: number; readonly what: T };

/** What is to happen when: a binary heap by time; things of the same moment keep the order in which they were noted. */
export class Agenda<T> {
  readonly #heap: Entry<T>[] = [];
  #order = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** When the next thing happens. */
  get nextAt(): Instant | undefined {
    return this.#heap[0]?.at;
  }

  note(at: Instant, what: T): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#order++, what });
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfLater(parent, child)) return;
      child = parent;
    }
  }

  /** Takes the next thing out. */
  take(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length > 0) {
      heap[0] = last;
      for (let parent = 0; ; ) {
        const left = parent * 2 + 1;
        const child = this.#isLater(left, left + 1) ? left + 1 : left;
        if (!this.#swapIfLater(parent, child)) break;
        parent = child;
      }
    }
    return first.what;
  }

  #isLater(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (first === undefined || second === undefined) return false;
    return first.at === second.at ? first.order > second.order : first.at > second.at;
  }

  #swapIfLater(parent: number, child: number): boolean {
    if (!this.#isLater(parent, child)) return false;
    const kept = this.#heap[parent];
    const moved = this.#heap[child];
    if (kept !== undefined && moved !== undefined) {
      this.#heap[parent] = moved;
      this.#heap[child] = kept;
    }
    return true;
  }
}
