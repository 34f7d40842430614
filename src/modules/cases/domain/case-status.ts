/** The ten national states of a case (TrangThaiHoSo), by their code on the national portal. */
export const CASE_STATUS = {
  registered: 1,
  received: 2,
  refused: 3,
  processing: 4,
  supplement: 5,
  financialDuty: 6,
  withdrawn: 7,
  stopped: 8,
  finished: 9,
  returned: 10,
} as const;
export type CaseStatus = (typeof CASE_STATUS)[keyof typeof CASE_STATUS];

type StatusFacts = {
  /** The next states the law allows; staying is allowed where the state itself is listed. */
  readonly next: readonly CaseStatus[];
  /** What the clock does in this state. */
  readonly clock: "acceptance" | "running" | "stopped" | "ended";
};

/**
 * The lawful moves (national transitions, after NĐ 61/2018 Điều 17-20 and NĐ 118/2025 Điều 21). A new state does not
 * compile until its row exists. States 3, 7, 8 and 10 are final. An open case may stay in its state: its work is
 * assigned, an opinion comes.
 */
export const TRANSITIONS = {
  1: { next: [1, 2, 3, 5], clock: "acceptance" },
  2: { next: [2, 4, 7], clock: "running" },
  3: { next: [], clock: "ended" },
  4: { next: [2, 4, 5, 6, 7, 8, 9], clock: "running" },
  5: { next: [2, 3, 5, 7], clock: "stopped" },
  6: { next: [4, 6, 7], clock: "stopped" },
  7: { next: [], clock: "ended" },
  8: { next: [], clock: "ended" },
  9: { next: [4, 9, 10], clock: "ended" },
  10: { next: [10], clock: "ended" },
} as const satisfies Record<CaseStatus, StatusFacts>;

/** How a case may begin: filed online (1), or received at the counter or by post (2). */
export const FIRST_STATES: readonly CaseStatus[] = [CASE_STATUS.registered, CASE_STATUS.received];

/** Whether a case may move from one state to the other; from undefined: whether it may begin there. */
export function mayMove(from: CaseStatus | undefined, to: CaseStatus): boolean {
  if (from === undefined) return FIRST_STATES.includes(to);
  const facts: StatusFacts = TRANSITIONS[from];
  return facts.next.includes(to);
}

/** Whether the time of a case runs or stands still (2, 4, 5, 6): it is under way, with an appointment or one to come. */
export function isRunning(status: CaseStatus): boolean {
  const { clock }: StatusFacts = TRANSITIONS[status];
  return clock === "running" || clock === "stopped";
}

/** A case in a final state takes no more work; only a rating may follow a return. */
export function isFinal(status: CaseStatus): boolean {
  const facts: StatusFacts = TRANSITIONS[status];
  return facts.next.every((next) => next === status);
}
