import { type PlanEffect, type PlanRow, type PlanUnit, planEffect } from "./plan-rows.ts";
import { type PlanPost, unplacedPosts } from "./unplaced-posts.ts";

/** Every word with which a plan is found wanting. */
export const PLAN_FAULTS = [
  "nothing-planned",
  "unit-unknown",
  "unit-twice",
  "code-taken",
  "name-missing",
  "target-missing",
  "target-unknown",
  "target-ends",
  "into-itself",
  "below-itself",
  "children-left",
  "split-once",
  "part-missing",
  "part-twice",
  "post-not-placed",
  "post-target-wrong",
  "unit-in-other-plan",
] as const;
export type PlanFaultWord = (typeof PLAN_FAULTS)[number];

/** What is wrong with a plan; `unit` names whose row it is. */
export type PlanFault = { readonly word: PlanFaultWord; readonly unit: string; readonly about?: string };

/** Another re-organisation that waits for its date. */
export type OtherPlan = { readonly decision: string; readonly rows: readonly PlanRow[] };

/** Looks for everything that keeps a plan from being carried out; empty: it fits. Pure. */
export function planFaults(
  units: readonly PlanUnit[],
  rows: readonly PlanRow[],
  posts: readonly PlanPost[] = [],
  others: readonly OtherPlan[] = [],
): PlanFault[] {
  const changes = rows.filter((row) => row.op !== "post");
  if (changes.length === 0) return [{ word: "nothing-planned", unit: "" }];
  const effect = planEffect(units, rows);
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const ends = new Set(effect.endings.map((ending) => ending.unit));
  const after = new Map(
    [...units, ...effect.created].filter(({ code }) => !ends.has(code)).map((unit) => [unit.code, unit]),
  );
  return [
    ...changes.flatMap((row) => rowFaults(row, known, after, ends)),
    ...twice(changes),
    ...splitFaults(effect),
    ...shapeFaults(effect, after, units, ends),
    ...postFaults(effect, units, posts, after),
    ...others.flatMap((other) => meeting(rows, other)),
  ];
}

function rowFaults(
  { op, unit, to, name, part }: PlanRow,
  known: ReadonlyMap<string, PlanUnit>,
  after: ReadonlyMap<string, PlanUnit>,
  ends: ReadonlySet<string>,
): PlanFault[] {
  const faults: PlanFault[] = [];
  if (op === "create") {
    if (known.has(unit)) faults.push({ word: "code-taken", unit });
  } else if (!known.has(unit)) faults.push({ word: "unit-unknown", unit });
  if ((op === "create" || op === "rename") && name === "") faults.push({ word: "name-missing", unit });
  if (op === "split" && part === "") faults.push({ word: "part-missing", unit });
  if (op === "rename") return faults;
  if (to === "") faults.push({ word: "target-missing", unit });
  else if (to === unit) faults.push({ word: "into-itself", unit });
  else if (ends.has(to)) faults.push({ word: "target-ends", unit, about: to });
  else if (!after.has(to)) faults.push({ word: "target-unknown", unit, about: to });
  return faults;
}

/** A unit ends in one way, and what ends is neither moved nor renamed; each is created, moved and renamed once. */
function twice(rows: readonly PlanRow[]): PlanFault[] {
  return [...Map.groupBy(rows, (row) => row.unit)].flatMap(([unit, own]) => {
    const kinds = new Set(own.map((row) => row.op));
    const ending = ["merge", "split", "dissolve"].filter((op) => kinds.has(op as PlanRow["op"]));
    const repeated = own.some((row, index) => {
      if (row.op === "split") return false;
      return own.findIndex((other) => other.op === row.op) !== index;
    });
    const isTwice =
      repeated ||
      ending.length > 1 ||
      (ending.length > 0 && (kinds.has("move") || kinds.has("rename"))) ||
      (kinds.has("create") && kinds.size > 1);
    return isTwice ? [{ word: "unit-twice" as const, unit }] : [];
  });
}

function splitFaults({ endings }: PlanEffect): PlanFault[] {
  return endings
    .filter((ending) => ending.how === "split" && ending.follows === undefined)
    .flatMap(({ unit, successors }): PlanFault[] => {
      const targets = new Set(successors.map((successor) => successor.unit));
      if (successors.length < 2) return [{ word: "split-once", unit }];
      return targets.size < successors.length ? [{ word: "part-twice", unit }] : [];
    });
}

/** Nothing stands below a unit that ends, and nothing below itself. */
function shapeFaults(
  effect: PlanEffect,
  after: ReadonlyMap<string, PlanUnit>,
  units: readonly PlanUnit[],
  ends: ReadonlySet<string>,
): PlanFault[] {
  const newParent = new Map(effect.moved.map(({ unit, to }) => [unit, to]));
  const parentOf = (code: string) => newParent.get(code) ?? after.get(code)?.parentCode;
  const left = units
    .filter(({ code }) => !ends.has(code) && ends.has(parentOf(code) ?? ""))
    .map(({ code }): PlanFault => ({ word: "children-left", unit: parentOf(code) ?? "", about: code }));
  const circles = [...effect.moved.map(({ unit }) => unit), ...effect.created.map(({ code }) => code)].filter(
    (code) => {
      const seen = new Set([code]);
      for (let at = parentOf(code); at !== undefined; at = parentOf(at)) {
        if (seen.has(at)) return at === code;
        seen.add(at);
      }
      return false;
    },
  );
  return [...left, ...circles.map((unit): PlanFault => ({ word: "below-itself", unit }))];
}

/** Who is placed goes to a unit that takes over; who must be placed is. */
function postFaults(
  effect: PlanEffect,
  units: readonly PlanUnit[],
  posts: readonly PlanPost[],
  after: ReadonlyMap<string, PlanUnit>,
): PlanFault[] {
  const { endings, posts: placed } = effect;
  const wrong = placed
    .filter(({ unit, to }) => {
      const ending = endings.find((one) => one.unit === unit);
      const isSuccessor = ending?.successors.some((successor) => successor.unit === to);
      return ending === undefined || (ending.how === "split" && isSuccessor !== true) || !after.has(to);
    })
    .map(({ unit, to }): PlanFault => ({ word: "post-target-wrong", unit, about: to }));
  const open = new Map(
    unplacedPosts(effect, units, posts).map(({ post: { unit, staffCode } }) => [
      `${unit} ${staffCode}`,
      { unit, staffCode },
    ]),
  );
  return [
    ...wrong,
    ...[...open.values()].map(
      ({ unit, staffCode }): PlanFault => ({ word: "post-not-placed", unit, about: staffCode }),
    ),
  ];
}

/** Two plans meet where both change a unit, or where one ends what the other builds on. */
function meeting(rows: readonly PlanRow[], other: OtherPlan): PlanFault[] {
  const theirs = subjectsOf(other.rows);
  const own = subjectsOf(rows);
  const units = new Set([
    ...own.changed.intersection(theirs.changed),
    ...own.targets.intersection(theirs.ended),
    ...own.ended.intersection(theirs.targets),
  ]);
  return [...units].map((unit) => ({ word: "unit-in-other-plan", unit, about: other.decision }));
}

function subjectsOf(rows: readonly PlanRow[]) {
  const changes = rows.filter((row) => row.op !== "post");
  const ended = changes.filter((row) => row.op === "merge" || row.op === "split" || row.op === "dissolve");
  return {
    changed: new Set(changes.map((row) => row.unit)),
    ended: new Set(ended.map((row) => row.unit)),
    targets: new Set(changes.filter((row) => row.op !== "rename").map((row) => row.to)),
  };
}
