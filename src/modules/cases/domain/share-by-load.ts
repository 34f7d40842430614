/** A step that nobody holds yet, and how much work it is: working minutes that are left for it. */
export type FreeStep = { readonly caseId: string; readonly seq: number; readonly minutes: number };

/** Somebody who is present, with the minutes of the work they hold already. */
export type Holder = { readonly officerId: number; readonly minutes: number };

export type Share = FreeStep & { readonly officerId: number };

/**
 * Shares steps among holders by load: the largest first, each to whoever has least then; ties go to the lower id. The
 * same question has the same answer, every step is given once, and nobody who was given something ends with more than
 * the least loaded has by more than one step's minutes.
 */
export function shareByLoad(steps: readonly FreeStep[], holders: readonly Holder[]): readonly Share[] {
  const loads = holders
    .map(({ officerId, minutes }) => ({ officerId, minutes }))
    .sort((a, b) => a.officerId - b.officerId);
  const shared: Share[] = [];
  for (const step of [...steps].sort(bySize)) {
    let least = loads[0];
    for (const load of loads) if (least !== undefined && load.minutes < least.minutes) least = load;
    if (least === undefined) return [];
    least.minutes += step.minutes;
    shared.push({ ...step, officerId: least.officerId });
  }
  return shared;
}

function bySize(a: FreeStep, b: FreeStep): number {
  if (a.minutes !== b.minutes) return b.minutes - a.minutes;
  if (a.caseId !== b.caseId) return a.caseId < b.caseId ? -1 : 1;
  return a.seq - b.seq;
}
