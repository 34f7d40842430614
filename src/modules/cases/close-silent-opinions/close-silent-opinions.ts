import { ok, type Result } from "../../../kernel/result.ts";
import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Job } from "../../../platform/jobs.ts";
import { OPERATOR } from "../../../platform/permission.ts";
import { append } from "../case-command.ts";
import { contextFor } from "../case-context.ts";
import { type Db, findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { goOn, silentOpinions } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision, RuleContext } from "../domain/rule-context.ts";

/**
 * What becomes of an opinion whose term has passed: where a law says so silence is consent (Luật Xây dựng Điều 102, NĐ
 * 31/2021), else whoever waits goes on without it. One at a time; undefined where none is overdue.
 */
export function closedBySilence(
  state: CaseState,
  context: RuleContext,
): Result<Decision, CaseRefusal> | undefined {
  const [silent] = silentOpinions(state, context.now);
  if (silent === undefined) return undefined;
  const gone = goOn(state, [silent], context);
  if (!gone.ok) return gone;
  const consent = silent.outcome === "silent-consent";
  return ok({ data: { type: "opinion-silent", step: silent.step.seq, consent }, ...gone.value });
}

const PAGE = 200;

/**
 * Every five minutes: closes what nobody answered in time. Each opinion is a command of its own, so that a run that was
 * cut off is taken up by the next; a case that somebody changes meanwhile waits for it too.
 */
export function closeSilentOpinionsJob(deps: CasesDeps): Job {
  return {
    name: "close-silent-opinions",
    schedule: { everyMinutes: 5 },
    run: async (_payload, { now, progress }) => {
      const { pool } = deps.database;
      let done = 0;
      let after = "00000000-0000-0000-0000-000000000000";
      for (let page = await silentCases(pool, now, after); page.length > 0; ) {
        for (const id of page) done += await closeIn(deps, id, now);
        await progress(done);
        after = page.at(-1) ?? after;
        page = page.length < PAGE ? [] : await silentCases(pool, now, after);
      }
      return done === 0 ? undefined : { done, message: `${done} opinions were silent` };
    },
  };
}

/** Closes all silent opinions of one case; how many. */
async function closeIn(deps: CasesDeps, caseId: string, now: Instant): Promise<number> {
  for (let closed = 0; ; closed++) {
    const loaded = await findCase(deps.database.pool, caseId);
    if (loaded === undefined) return closed;
    const context = await contextFor(deps, OPERATOR, loaded.state, now);
    const decided = closedBySilence(loaded.state, context);
    if (decided === undefined || !decided.ok) return closed;
    const command = "case.close-silent-opinion";
    const saved = await append(deps.database.pool, OPERATOR, command, loaded, context, [decided.value]);
    if (!saved.ok) return closed;
  }
}

/** Cases with an opinion beyond its term. */
async function silentCases(db: Db, now: Instant, after: string): Promise<readonly string[]> {
  const found = await db.query<{ id: string }>({
    name: "cases.silent-opinions",
    text: `select distinct case_id as id from cases.step
      where closed_at is null and work = 'opinion' and due_at <= $1 and case_id > $2::uuid
      order by case_id limit $3`,
    values: [toIso(now), after, PAGE],
  });
  return found.rows.map((row) => row.id);
}
