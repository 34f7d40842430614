import type { Pool } from "pg";
import type { Directory } from "../directory.ts";
import { type PlanUnit, planEffect } from "../domain/plan-rows.ts";
import { type Route, routerOf } from "../domain/route-case.ts";
import type { HandOverOrder } from "./reorganisation-effects.ts";
import type { Reorganisation } from "./reorganisation-store.ts";

/**
 * How the open cases follow a re-organisation whose units are carried out. Worked out again from the plan and from the
 * units as they stood the day before, so that a second run answers as the first did.
 */
export async function orderOf(
  pool: Pool,
  directory: Directory,
  plan: Pick<Reorganisation, "id" | "decision" | "rows">,
): Promise<HandOverOrder> {
  const before = await unitsBefore(pool, directory, plan);
  const { endings, created } = planEffect(before, plan.rows);
  const ended = new Set(endings.map((ending) => ending.unit));
  const after = [...before.filter((unit) => !ended.has(unit.code)), ...created];
  const router = routerOf(before, after, endings);
  const idOf = (code: string) => directory.unitByCode(code)?.id;
  const byId = new Map<number, string>();
  for (const code of ended) {
    const id = idOf(code);
    if (id !== undefined) byId.set(id, code);
  }
  return {
    reorganisation: plan.id,
    decision: plan.decision,
    endedIds: [...byId.keys()],
    route: (unitId, address) => {
      const code = byId.get(unitId);
      const route = code === undefined ? undefined : router(code, address);
      return route && withId(route, directory);
    },
  };
}

/** A successor may have been succeeded itself by the time a late walk comes: whoever stands now takes the case. */
function withId({ to, ...rest }: Route, directory: Directory) {
  const unit = directory.currentUnitByCode(to);
  return unit && { to: unit.id, ...rest };
}

/** The units that stood before the plan was carried out: without those it created, with those it ended. */
async function unitsBefore(
  pool: Pool,
  directory: Directory,
  plan: Pick<Reorganisation, "id" | "rows">,
): Promise<readonly PlanUnit[]> {
  const touched = await pool.query<{ code: string }>(
    `select distinct unit.code from organisation.succession as s join organisation.unit as unit
     on unit.id = s.predecessor_id where s.reorganisation_id = $1`,
    [plan.id],
  );
  const versions = await pool.query<{ code: string; name: string; parentCode: string | null }>(
    `select unit.code, v.name, parent.code as "parentCode" from organisation.unit_version as v
     join organisation.unit as unit on unit.id = v.unit_id
     left join organisation.unit as parent on parent.id = v.parent_id where v.reorganisation_id = $1`,
    [plan.id],
  );
  const wasBefore = new Map(versions.rows.map((row) => [row.code, row]));
  const endedHere = new Set(touched.rows.map((row) => row.code));
  const creates = new Set(plan.rows.filter((row) => row.op === "create").map((row) => row.unit));
  const isNew = (code: string, parent: string | undefined) =>
    creates.has(code) || (parent !== undefined && creates.has(parent) && code === `${parent}.01`);
  return directory.allUnits().flatMap((unit) => {
    const parentCode = unit.parentId === undefined ? undefined : directory.findUnit(unit.parentId)?.code;
    if (isNew(unit.code, parentCode)) return [];
    if (unit.endedOn !== undefined && !endedHere.has(unit.code)) return [];
    const { code, level, kind } = unit;
    const was = wasBefore.get(code);
    if (was === undefined) return [{ code, name: unit.name, level, kind, parentCode }];
    return [{ code, name: was.name, level, kind, parentCode: was.parentCode ?? undefined }];
  });
}
