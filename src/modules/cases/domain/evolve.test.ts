import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionBody, actionOfBody } from "../action-codec.ts";
import { stepRows } from "../projection.ts";
import { anyLife, live } from "../testing/random-life.ts";
import { CASE_STATUS, isFinal, mayMove } from "./case-status.ts";
import { evolve, isMain, replay } from "./evolve.ts";

const property = (check: (life: ReturnType<typeof live>) => void) =>
  fc.assert(
    fc.property(anyLife, (tries) => {
      check(live(tries));
    }),
    { numRuns: 100 },
  );

describe("whatever officers try with a case", () => {
  test("it never leaves the lawful moves", () => {
    property(({ states }) => {
      for (const [index, state] of states.entries()) {
        expect(mayMove(states[index - 1]?.status, state.status)).toBe(true);
      }
    });
  });

  test("replaying its actions gives the state it has", () => {
    property(({ actions, states }) => expect(replay(actions)).toEqual(states.at(-1)));
  });

  test("its actions, written down and read back, replay to the same state", () => {
    property(({ actions, states }) => {
      expect(replay(actions.map((action) => actionOfBody(actionBody(action))))).toEqual(states.at(-1));
    });
  });

  test("its version counts its actions", () => {
    property(({ states }) => {
      for (const [index, state] of states.entries()) expect(state.version).toBe(index + 1);
    });
  });

  test("at most one step of the process is open, and none once it has ended", () => {
    property(({ states }) => {
      for (const state of states) {
        expect(state.open.filter(isMain).length).toBeLessThanOrEqual(1);
        if (isFinal(state.status)) expect(state.open).toEqual([]);
        else expect(state.open.length).toBeGreaterThan(0);
      }
    });
  });

  test("the first appointment stays for ever, and nothing is due while the clock stands", () => {
    property(({ states }) => {
      for (const state of states) {
        expect(state.clock.firstDueAt).toBe(states[0]?.clock.firstDueAt);
        if (state.clock.pausedAt !== undefined) expect(state.clock.dueAt).toBeUndefined();
        const standing =
          state.status === CASE_STATUS.supplement || state.status === CASE_STATUS.financialDuty;
        expect(state.clock.pausedAt !== undefined).toBe(standing);
      }
    });
  });

  test("steps are numbered once, and rows rebuilt from all actions hold exactly the open ones open", () => {
    property(({ actions, states }) => {
      const numbers = actions.flatMap((action) => action.opened ?? []).map((step) => step.seq);
      expect(new Set(numbers).size).toBe(numbers.length);
      const last = states.at(-1);
      if (last === undefined) throw new Error("a life begins with a receipt");
      const open = stepRows([], actions, last).filter((row) => row.closed_at === null);
      expect(open.map((row) => row.seq).sort()).toEqual(last.open.map((step) => step.seq).sort());
    });
  });

  test("the random lives are lives: they get far, and are refused often", () => {
    const reached = new Set<number>();
    const refused = new Set<string>();
    fc.assert(
      fc.property(anyLife, (tries) => {
        const { states, refusals } = live(tries);
        for (const state of states) reached.add(state.status);
        for (const refusal of refusals) refused.add(refusal);
      }),
      { numRuns: 700, seed: 7 },
    );
    for (const status of [2, 3, 4, 5, 6, 7, 8, 9, 10]) expect(reached).toContain(status);
    for (const word of ["not-your-step", "wrong-state", "draft-missing", "case-ended"])
      expect(refused).toContain(word);
  });
});

describe("the fold", () => {
  const { actions } = live([]);
  const [first] = actions;
  if (first === undefined) throw new Error("a life begins with a receipt");

  test("a case that begins in the middle, twice, or with a gap is a bug", () => {
    const begun = evolve(undefined, first);
    expect(() => evolve(undefined, { ...first, status: 4 })).toThrow("no lawful way");
    expect(() => evolve(undefined, { ...first, seq: 2 })).toThrow("out of order");
    expect(() => evolve(begun, { ...first, seq: 3 })).toThrow("out of order");
    expect(() => evolve(undefined, { ...first, data: { type: "passed-on" } })).toThrow("begins with");
    expect(() => replay([])).toThrow("without actions");
  });

  test("an unlawful move is a bug, whatever the action says", () => {
    const begun = evolve(undefined, first);
    const jump = { ...first, seq: 2, status: CASE_STATUS.returned, data: { type: "passed-on" as const } };
    expect(() => evolve(begun, jump)).toThrow("no lawful way from 2 to 10");
  });
});

describe("the ten states", () => {
  test("refused, withdrawn, stopped and returned are final; nothing leads out of them", () => {
    const finals = Object.values(CASE_STATUS).filter(isFinal);
    expect(finals).toEqual([3, 7, 8, 10]);
    for (const from of finals) {
      for (const to of Object.values(CASE_STATUS)) expect(mayMove(from, to)).toBe(from === 10 && to === 10);
    }
  });

  test("a case is withdrawn only before there is a result, and handed over only after", () => {
    expect(mayMove(CASE_STATUS.finished, CASE_STATUS.withdrawn)).toBe(false);
    const before = Object.values(CASE_STATUS).filter((from) => mayMove(from, CASE_STATUS.returned));
    expect(before).toEqual([CASE_STATUS.finished, CASE_STATUS.returned]);
  });

  test("every state but the first is reached from some other", () => {
    for (const to of [2, 3, 4, 5, 6, 7, 8, 9, 10] as const) {
      expect(Object.values(CASE_STATUS).some((from) => from !== to && mayMove(from, to))).toBe(true);
    }
  });
});
