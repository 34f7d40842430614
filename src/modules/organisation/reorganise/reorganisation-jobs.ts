import type { PoolClient } from "pg";
import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { type Instant, localDateOf, MINUTE_MS } from "../../../kernel/time.ts";
import type { Clock } from "../../../platform/clock.ts";
import { type Command, runCommand } from "../../../platform/command.ts";
import type { Database } from "../../../platform/database.ts";
import type { Job, JobContext } from "../../../platform/jobs.ts";
import { OPERATOR } from "../../../platform/permission.ts";
import type { Directory } from "../directory.ts";
import type { Ending } from "../domain/plan-rows.ts";
import { carryOutUnits } from "./carry-out-units.ts";
import { orderOf } from "./hand-over-order.ts";
import { faultLine, faultsOfPlan } from "./plan-reorganisation.ts";
import type { HandCases } from "./reorganisation-effects.ts";
import {
  dueReorganisations,
  findReorganisation,
  lockReorganisations,
  markDone,
  markStuck,
  markUnitsDone,
  type Reorganisation,
} from "./reorganisation-store.ts";

/** Who took over from whom, by ids: a line for each part of a split unit; of a dissolved one the agency. */
export type UnitsTakenOver = readonly {
  readonly from: number;
  readonly to: number;
  readonly how: Ending["how"];
}[];

export type ReorganisationJobDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly handCases: HandCases;
  /** Neighbours whose rows name units, in the transaction that carries the units out. */
  readonly followers: readonly ((sql: PoolClient, units: UnitsTakenOver, now: Instant) => Promise<void>)[];
};

export const REORGANISE_JOB = "reorganise-units";

/** Other processes learn of it within this time; what they put into an ended unit meanwhile is caught by a later walk. */
const ALL_KNOW_MS = MINUTE_MS / 2;

/**
 * Carries out the re-organisations whose day has come, also those of days on which nothing ran. Looks every minute:
 * units first, in one transaction, then the open cases in batches. Killed at any moment it goes on where it was.
 */
export function reorganisationJobs(deps: ReorganisationJobDeps): readonly Job[] {
  return [
    {
      name: REORGANISE_JOB,
      schedule: { everyMinutes: 1 },
      run: async (_payload, context) => {
        const due = await dueReorganisations(deps.database.pool, localDateOf(context.now));
        if (due.length === 0) return undefined;
        return alone(deps, () => carryOutAll(deps, due, context));
      },
    },
  ];
}

async function carryOutAll(
  deps: ReorganisationJobDeps,
  due: readonly Reorganisation[],
  { now, progress }: JobContext,
) {
  let handed = 0;
  for (const { id } of due) {
    const plan = await withUnitsDone(deps, id, now);
    if (plan?.unitsDoneAt == null) continue;
    await deps.directory.refresh();
    const walk = await deps.handCases(await orderOf(deps.database.pool, deps.directory, plan), (so) =>
      progress(so.done, so.total),
    );
    handed += walk.handed;
    // Whoever did not know yet may still have opened work there: one quiet walk after everybody knows ends it.
    if (walk.handed === 0 && deps.clock() >= plan.unitsDoneAt + ALL_KNOW_MS)
      await markDone(deps.database.pool, id, deps.clock());
  }
  return { done: handed, message: `${handed} open cases followed` };
}

/** Carries the units out where that is still owed; a plan that no longer fits waits for a person. */
async function withUnitsDone(
  deps: ReorganisationJobDeps,
  id: number,
  now: Instant,
): Promise<Reorganisation | undefined> {
  const done = await runCommand(deps, OPERATOR, carryOut(deps), { id });
  if (!done.ok && done.refusal === "plan-stuck")
    await markStuck(deps.database.pool, id, done.detail ?? localDateOf(now));
  return done.ok ? findReorganisation(deps.database.pool, id) : undefined;
}

function carryOut({
  followers,
}: ReorganisationJobDeps): Command<unknown, { id: number }, undefined, "not-due" | "plan-stuck"> {
  return {
    name: "organisation.carry-out-reorganisation",
    // The program itself, on the day that somebody with the permission named.
    permission: undefined,
    input: z.object({ id: z.number() }),
    run: async ({ sql, now, about }, { id }) => {
      await lockReorganisations(sql);
      const plan = await findReorganisation(sql, id, { lock: true });
      if (plan?.state === "carrying-out") return ok(undefined);
      if (plan?.state !== "planned") return refuse("not-due");
      const today = localDateOf(now);
      const [fault] = await faultsOfPlan(sql, plan, today, id);
      if (fault !== undefined) return refuse("plan-stuck", faultLine(fault));
      const { endings } = await carryOutUnits(sql, plan, today);
      const taken = await takenOver(sql, endings);
      for (const follow of followers) await follow(sql, taken, now);
      await markUnitsDone(sql, id, now);
      about(String(id), { decision: plan.decision, ended: endings.length });
      return ok(undefined);
    },
  };
}

async function takenOver(sql: PoolClient, endings: readonly Ending[]): Promise<UnitsTakenOver> {
  const found = await sql.query<UnitsTakenOver[number]>(
    `select predecessor_id as "from", successor_id as "to", given.how
     from unnest($1::text[], $2::text[]) as given (unit, how) join organisation.unit as unit on unit.code = given.unit
     join organisation.succession on predecessor_id = unit.id`,
    [endings.map((ending) => ending.unit), endings.map((ending) => ending.how)],
  );
  return found.rows;
}

/** Any number; one at a time. The lock ends with its connection, so that a killed process leaves none behind. */
const RUN_LOCK = 7_226_018;

async function alone<T>(
  deps: ReorganisationJobDeps,
  work: () => Promise<T>,
): Promise<T | { message: string }> {
  const client = await deps.database.aside.connect();
  try {
    const found = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [RUN_LOCK]);
    if (found.rows[0]?.got !== true) return { message: "another run goes on" };
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [RUN_LOCK]);
    }
  } finally {
    client.release();
  }
}
