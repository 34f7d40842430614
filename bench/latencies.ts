/** What was measured of one kind of request; times in milliseconds. */
export type LatencyReport = {
  readonly count: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

/** The times of requests by kind. */
export class Latencies {
  readonly #times = new Map<string, number[]>();
  readonly #errors = new Map<string, number>();
  /** The first unexpected answers, for whoever must find out why. */
  readonly faults: string[] = [];

  note(kind: string, ms: number): void {
    const times = this.#times.get(kind);
    if (times === undefined) this.#times.set(kind, [ms]);
    else times.push(ms);
  }

  noteError(kind: string, why: string): void {
    this.#errors.set(kind, (this.#errors.get(kind) ?? 0) + 1);
    if (this.faults.length < 5) this.faults.push(`${kind}: ${why}`);
  }

  /** Forgets what was measured while everything warmed up; errors stay. */
  restart(): void {
    this.#times.clear();
  }

  get total(): number {
    return [...this.#times.values()].reduce((sum, times) => sum + times.length, 0);
  }

  get errors(): number {
    return [...this.#errors.values()].reduce((sum, errors) => sum + errors, 0);
  }

  report(): Record<string, LatencyReport> {
    const kinds = new Set([...this.#times.keys(), ...this.#errors.keys()]);
    return Object.fromEntries([...kinds].map((kind) => [kind, this.of(kind)]));
  }

  of(kind: string): LatencyReport {
    const sorted = (this.#times.get(kind) ?? []).toSorted((a, b) => a - b);
    return {
      count: sorted.length,
      errors: this.#errors.get(kind) ?? 0,
      p50: percentile(sorted, 0.5),
      p95: percentile(sorted, 0.95),
      p99: percentile(sorted, 0.99),
    };
  }
}

/** The value below or at which this share of the sorted values lies (nearest rank); 0 of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
