import type { Instant } from "../../../kernel/time.ts";
import { type HeldOpenStep, type OpenStepRow, openSteps, stillOpen } from "../../cases/index.ts";
import { type Address, addressOf, type People } from "../domain/address.ts";
import type { WarningRule } from "../domain/warning-rule.ts";
import { warningsDue } from "../domain/warnings-due.ts";
import { giveNotices, type NewNotice, type OpenNotice, openNotices, settleNotices } from "../notice-store.ts";
import { peopleOf } from "../people.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { warningRules } from "../warning-rule.query.ts";

const PAGE = 1000;

type WarnDeps = Pick<SteeringDeps, "database" | "directory" | "calendarOf">;

/**
 * Walks over all open steps and tells whoever must know: warnings by the rules of the day, urgings to whoever must
 * answer. Settles what is done. May run at any time and twice; answers how many notices were new.
 */
export async function warnSteps(deps: WarnDeps, now: Instant): Promise<number> {
  const { pool } = deps.database;
  const rules = await warningRules(pool);
  const people = peopleOf(deps.directory);
  await settleDone(deps, now);
  let given = 0;
  for (let steps = await openSteps(pool, { limit: PAGE }); steps.length > 0; ) {
    const notices = steps.flatMap((step) => [
      ...warningsOf(step, now, rules, people, deps),
      ...urgingOf(step, people),
    ]);
    given += await giveNotices(pool, notices, now);
    const last = steps.at(-1);
    steps =
      steps.length < PAGE || last === undefined ? [] : await openSteps(pool, { after: last, limit: PAGE });
  }
  return given;
}

function warningsOf(
  step: OpenStepRow,
  now: Instant,
  rules: readonly WarningRule[],
  people: People,
  { calendarOf }: WarnDeps,
): NewNotice[] {
  // Who owns an interconnected group waits for its members: they are warned for each of these.
  if (step.work === "coordinate") return [];
  const { dueAt } = step;
  if (step.paused || dueAt === null) return [];
  // Where nobody holds a post several rungs of the ladder end in one chair: it hears the gravest.
  const gravest = new Map<string, NewNotice>();
  for (const rule of warningsDue({ ...step, dueAt }, now, calendarOf(step.decidingUnitId), rules)) {
    const to = addressOf(rule.recipient, step, people);
    if (rule.recipient !== "holder" && isHolder(to, step)) continue;
    const notice: NewNotice = {
      ...aboutStep(step, to),
      kind: "warning",
      ruleCode: rule.code,
      percent: rule.percent,
      minutesAfterDue: rule.minutesAfterDue,
    };
    const key = `${to.unitId}.${to.post}`;
    const before = gravest.get(key);
    if (before === undefined || gravity(notice) > gravity(before)) gravest.set(key, notice);
  }
  return [...gravest.values()];
}

/** Whatever comes after the time is used up is graver than what comes before. */
function gravity({ percent, minutesAfterDue }: NewNotice): number {
  return minutesAfterDue === undefined ? (percent ?? 0) : 100 + minutesAfterDue;
}

function urgingOf(step: OpenStepRow, people: People): NewNotice[] {
  if (step.urgedAt === null) return [];
  const ruleCode = urgeCode(step.urgedAt);
  return [{ ...aboutStep(step, addressOf("holder", step, people)), kind: "urged", ruleCode }];
}

function aboutStep(step: OpenStepRow, to: Address) {
  const { caseId, seq, caseCode, procedureName, work, unitId, dueAt } = step;
  return { caseId, stepSeq: seq, caseCode, procedureName, work, unitId, dueAt, to };
}

function isHolder(to: Address, step: OpenStepRow): boolean {
  return to.unitId === step.unitId && to.post === step.post;
}

const urgeCode = (at: Instant) => `urged-${at}`;

/** Notices of steps that are done, or that somebody else holds now, and of urgings that were answered ask for nothing. */
async function settleDone({ database }: WarnDeps, now: Instant): Promise<void> {
  const { pool } = database;
  for (let page = await openNotices(pool, "steps", 0, PAGE); page.length > 0; ) {
    const open = new Map(
      (await stillOpen(pool, page)).map((step) => [`${step.caseId}.${step.seq}`, step] as const),
    );
    const done = page.filter((notice) => isSettled(notice, open.get(`${notice.caseId}.${notice.seq}`)));
    await settleNotices(
      pool,
      done.map((notice) => notice.id),
      now,
    );
    const last = page.at(-1);
    page = page.length < PAGE || last === undefined ? [] : await openNotices(pool, "steps", last.id, PAGE);
  }
}

/** @param step undefined: it is not open. */
function isSettled(notice: OpenNotice, step: HeldOpenStep | undefined): boolean {
  if (step === undefined) return true;
  if (notice.toOfficerId !== null && notice.toOfficerId !== step.officerId) return true;
  return notice.kind === "urged" && (step.urgedAt === null || notice.ruleCode !== urgeCode(step.urgedAt));
}
