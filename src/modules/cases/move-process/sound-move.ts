import {
  type ProcessDefinition,
  regionBetween,
  type Walk,
  type WhyStays,
  walkOf,
} from "../../processes/index.ts";

/** Where a case is in a process: ids of its open steps of the process and of those that are done. */
export type Place = { readonly open: readonly string[]; readonly done: ReadonlySet<string> };

/**
 * Why a case that is at this place could not go on soundly: work would be done twice, or left out though the process has
 * it at the same time. Undefined: it goes on. Work before the place is not asked for. Pure.
 */
export function whyUnsound(process: ProcessDefinition, { open, done }: Place): WhyStays | undefined {
  if (new Set(open).size < open.length) return "branches-differ";
  const walk = walkOf(process);
  const forks = forksOf(process, walk);
  const isApart = (one: string, other: string) =>
    forks.some(({ branches }) => {
      const [first, second] = [one, other].map((id) => branches.findIndex((branch) => branch.has(id)));
      return first !== -1 && second !== -1 && first !== second;
    });
  if (open.some((one, index) => open.slice(index + 1).some((other) => !isApart(one, other))))
    return "branches-differ";
  const isEntered = ({ branches }: Fork) => branches.some((branch) => open.some((id) => branch.has(id)));
  for (const fork of forks.filter(isEntered))
    for (const [index, branch] of fork.branches.entries()) {
      const head = fork.heads[index] ?? "";
      if (!open.some((id) => branch.has(id)) && !isThrough(walk, head, fork.join, done))
        return "branch-left-out";
    }
  const ahead = reachedFrom(walk, open);
  return [...done].some((id) => ahead.has(id)) ? "step-again" : undefined;
}

/** All that may come after these steps, whatever the facts. */
export function reachedFrom(walk: Walk, ids: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...ids];
  for (let at = left.pop(); at !== undefined; at = left.pop())
    for (const { id } of walk.mayFollow(at)) {
      if (reached.has(id)) continue;
      reached.add(id);
      left.push(id);
    }
  return reached;
}

type Fork = {
  readonly heads: readonly string[];
  readonly join: string;
  /** The steps of each branch up to the join. */
  readonly branches: readonly ReadonlySet<string>[];
};

function forksOf(process: ProcessDefinition, walk: Walk): readonly Fork[] {
  const next = (id: string) => walk.mayFollow(id).map((step) => step.id);
  return process.steps.flatMap(({ then }): Fork[] => {
    if (then?.kind !== "parallel") return [];
    const { branches: heads, join } = then;
    return [{ heads, join, branches: heads.map((head) => regionBetween([head], join, next)) }];
  });
}

/** Whether what is done leads from here to the join: by one arm of a choice, by every branch of a fork. */
function isThrough(walk: Walk, id: string, join: string, done: ReadonlySet<string>): boolean {
  if (id === join) return true;
  if (!done.has(id)) return false;
  const next = walk.mayFollow(id);
  const leads = (to: { readonly id: string }) => isThrough(walk, to.id, join, done);
  return walk.find(id)?.then?.kind === "parallel" ? next.every(leads) : next.some(leads);
}
