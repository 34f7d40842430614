import type { PoolClient } from "pg";
import type { LocalDate } from "../../../kernel/time.ts";
import { type PlanEffect, type PlanUnit, placeNameOf, planEffect, shortNameOf } from "../domain/plan-rows.ts";
import { addUnits } from "../organisation-store.ts";
import { addPlaces, type NewPlace } from "../places/place-store.ts";
import { movePosts } from "./move-posts.ts";
import { planUnits, type Reorganisation } from "./reorganisation-store.ts";

/**
 * Does to the units what a plan says, in the caller's transaction: creates, renames, moves, ends; enters who took over
 * from whom; moves the posts; keeps old names findable. Old rows stay: history names them.
 */
export async function carryOutUnits(
  sql: PoolClient,
  plan: Pick<Reorganisation, "id" | "effectiveOn" | "rows" | "decision">,
  today: LocalDate,
): Promise<PlanEffect> {
  const units = await planUnits(sql, today);
  const effect = planEffect(units, plan.rows);
  await createUnits(sql, effect, plan.effectiveOn);
  await keepVersions(sql, effect, plan);
  await changeUnits(sql, effect);
  await endUnits(sql, effect, plan);
  await movePosts(sql, effect, plan.effectiveOn);
  await keepPlaces(sql, units, effect, plan);
  return effect;
}

async function createUnits(sql: PoolClient, { created, mountains }: PlanEffect, on: LocalDate) {
  await addUnits(
    sql,
    created.map(({ code, name, level, kind, parentCode }) => ({
      code,
      name,
      shortName: shortNameOf(name),
      nameEn: name,
      level,
      kind,
      parentCode,
      mountain: mountains.has(code),
      validFrom: on,
    })),
  );
}

/** What is renamed or moved is remembered as it was. */
async function keepVersions(
  sql: PoolClient,
  { moved, renamed }: PlanEffect,
  { id, effectiveOn }: Pick<Reorganisation, "id" | "effectiveOn">,
) {
  await sql.query(
    `insert into organisation.unit_version (unit_id, until, name, short_name, name_en, parent_id, reorganisation_id)
     select id, $2, name, short_name, name_en, parent_id, $3 from organisation.unit where code = any ($1)
     on conflict (unit_id, until) do nothing`,
    [[...moved, ...renamed].map((row) => row.unit), effectiveOn, id],
  );
}

async function changeUnits(sql: PoolClient, { moved, renamed }: PlanEffect) {
  await sql.query(
    `update organisation.unit as unit set parent_id = parent.id
     from unnest($1::text[], $2::text[]) as given (unit, parent)
     join organisation.unit as parent on parent.code = given.parent where unit.code = given.unit`,
    [moved.map((row) => row.unit), moved.map((row) => row.to)],
  );
  await sql.query(
    `update organisation.unit as unit set name = given.name, short_name = given.short, name_en = given.name
     from unnest($1::text[], $2::text[], $3::text[]) as given (unit, name, short) where unit.code = given.unit`,
    [
      renamed.map((row) => row.unit),
      renamed.map((row) => row.name),
      renamed.map((row) => shortNameOf(row.name)),
    ],
  );
}

async function endUnits(
  sql: PoolClient,
  { endings }: PlanEffect,
  { id, effectiveOn }: Pick<Reorganisation, "id" | "effectiveOn">,
) {
  const lines = endings.flatMap(({ unit, how, successors, main }) =>
    successors.map((successor) => ({
      unit,
      to: successor.unit,
      share: how === "split" ? successor.share : "",
      main: successor.unit === main,
    })),
  );
  await sql.query(
    `insert into organisation.succession (predecessor_id, successor_id, share, main, from_date, reorganisation_id)
     select old.id, new.id, given.share, given.main, $5, $6
     from unnest($1::text[], $2::text[], $3::text[], $4::boolean[]) as given (unit, successor, share, main)
     join organisation.unit as old on old.code = given.unit
     join organisation.unit as new on new.code = given.successor
     on conflict (predecessor_id, successor_id) do nothing`,
    [
      lines.map((line) => line.unit),
      lines.map((line) => line.to),
      lines.map((line) => line.share),
      lines.map((line) => line.main),
      effectiveOn,
      id,
    ],
  );
  await sql.query(
    "update organisation.unit set valid_to = greatest($2::date, valid_from + 1) where code = any ($1)",
    [endings.map((ending) => ending.unit), effectiveOn],
  );
}

/** The names of communes that end stay known, each with the unit that took over. */
async function keepPlaces(
  sql: PoolClient,
  units: readonly PlanUnit[],
  { endings, renamed }: PlanEffect,
  { effectiveOn }: Pick<Reorganisation, "effectiveOn">,
) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const provinceOf = (unit: PlanUnit): string => {
    let at = unit;
    for (
      let above = byCode.get(at.parentCode ?? "");
      above !== undefined;
      above = byCode.get(at.parentCode ?? "")
    )
      at = above;
    return /tỉnh .+$/u.exec(at.name)?.[0] ?? "";
  };
  const placeOf = (unit: PlanUnit, to: string, share: string): NewPlace => {
    const above = byCode.get(unit.parentCode ?? "");
    return {
      name: placeNameOf(unit.name),
      formerDistrict: above?.level === "district" ? above.name.replace(/^Ủy ban nhân dân /u, "") : "",
      formerProvince: provinceOf(unit),
      share,
      unitCode: to,
      since: effectiveOn,
    };
  };
  const communes = (code: string) => {
    const unit = byCode.get(code);
    return unit?.kind === "commune" ? [unit] : [];
  };
  await addPlaces(sql, [
    ...endings.flatMap(({ unit, how, successors }) =>
      communes(unit).flatMap((old) =>
        successors.map((to) => placeOf(old, to.unit, how === "split" ? to.share : "")),
      ),
    ),
    ...renamed.flatMap(({ unit }) => communes(unit).map((old) => placeOf(old, unit, ""))),
  ]);
}
