import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GroupMember } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";
import type { CaseStatus } from "./case-status.ts";
import {
  isFailure,
  leftMembers,
  mayBegin,
  membersOf,
  progressAfter,
  progressOf,
  undecidedMembers,
} from "./group.ts";
import { GROUP_DEFINITIONS, groupsOn } from "./group-definitions.ts";

const KEYS = ["a", "b", "c", "d"];
const members = KEYS.map(
  (key, index): GroupMember => ({
    key,
    caseId: key,
    code: key,
    procedureCode: key,
    procedureName: key,
    after: index === 0 ? [] : index === 3 ? ["b", "c"] : ["a"],
  }),
);
const START = {
  group: {
    role: "parent",
    definition: "x",
    effectiveFrom: "2024-07-01",
    decideWithinMinutes: 480,
    members,
  },
} as unknown as CaseState;

const status = fc.constantFrom<CaseStatus>(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
/** What may happen to a group: a member moves, or the owner decides on all that is owed. */
const event = fc.oneof(
  fc.record({ kind: fc.constant("moves" as const), key: fc.constantFrom(...KEYS), status }),
  fc.record({
    kind: fc.constant("decides" as const),
    words: fc.array(fc.constantFrom("continue" as const, "close" as const), { minLength: 4, maxLength: 4 }),
  }),
);

describe("a group", () => {
  it("begins nothing while its owner owes a decision, whatever happens to its members", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let state = START;
        for (const one of events) {
          const owed = undecidedMembers(state);
          if (one.kind === "decides" && owed.length === 0) continue;
          const data =
            one.kind === "moves"
              ? { type: "group-progressed" as const, members: [{ key: one.key, status: one.status }] }
              : {
                  type: "group-decided" as const,
                  decisions: owed.map(({ key }, index) => ({
                    key,
                    decision: one.words[index] ?? "close",
                    reason: "Lý do",
                  })),
                };
          state = { ...state, progress: progressAfter(state, data) };
          const begins = membersOf(state).filter((member) => mayBegin(state, member));
          if (undecidedMembers(state).length > 0) expect(begins).toEqual([]);
          for (const { key, after } of begins) {
            expect(leftMembers(state).map((left) => left.key)).toContain(key);
            // Nobody comes before those they follow, unless these failed and the owner said so.
            for (const before of after) {
              const { status: was } = progressOf(state, before);
              const failed = was !== undefined && isFailure(was);
              expect(
                was === 9 || was === 10 || (failed && progressOf(state, key).decided === "continue"),
              ).toBe(true);
            }
          }
        }
      }),
    );
  });

  it("asks anew after each failure, but not for what its owner closed", () => {
    const moves = (state: CaseState, key: string, to: CaseStatus) => ({
      ...state,
      progress: progressAfter(state, { type: "group-progressed", members: [{ key, status: to }] }),
    });
    let state = moves(START, "a", 8);
    expect(undecidedMembers(state).map(({ key }) => key)).toEqual(["b", "c", "d"]);
    const decisions = (["continue", "close", "continue"] as const).map((decision, index) => ({
      key: ["b", "c", "d"][index] ?? "",
      decision,
      reason: "Lý do",
    }));
    state = { ...state, progress: progressAfter(state, { type: "group-decided", decisions }) };
    state = moves(state, "c", 3);
    expect(undecidedMembers(state)).toEqual([]);
    state = moves(state, "b", 7);
    expect(undecidedMembers(state).map(({ key }) => key)).toEqual(["d"]);
  });
});

describe("the definitions of groups", () => {
  it("have a source, an order without circles and each member once", () => {
    expect(GROUP_DEFINITIONS.length).toBeGreaterThanOrEqual(2);
    for (const { members: steps, source } of GROUP_DEFINITIONS) {
      expect(source).not.toBe("");
      const seen = new Set<string>();
      for (const { key, after } of steps) {
        expect(seen.has(key)).toBe(false);
        for (const before of after) expect(seen.has(before)).toBe(true);
        seen.add(key);
      }
    }
    expect(groupsOn("2024-06-30")).toEqual([]);
  });
});
