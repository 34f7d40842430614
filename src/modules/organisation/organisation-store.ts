import type { Generated } from "kysely";
import type { PoolClient } from "pg";
import type { LocalDate } from "../../kernel/time.ts";
import { type Database, tablesOf } from "../../platform/database.ts";
import type { PostKind } from "../../platform/permission.ts";
import { loadAbsences } from "./absences/absences.query.ts";
import type { SnapshotRows } from "./domain/snapshot.ts";
import type { NewUnit } from "./domain/unit.ts";
import { unreadNotices } from "./staff-notices.query.ts";

type OrganisationTables = {
  "organisation.unit": {
    id: Generated<number>;
    code: string;
    name: string;
    short_name: string;
    name_en: string | null;
    level: string;
    kind: string;
    parent_id: number | null;
    mountain: boolean;
    valid_from: LocalDate;
    valid_to: LocalDate | null;
  };
  "organisation.succession": {
    predecessor_id: number;
    successor_id: number;
    share: string;
    main: boolean;
    from_date: LocalDate;
  };
  "organisation.officer": {
    id: Generated<number>;
    staff_code: string | null;
    full_name: string;
    active: Generated<boolean>;
  };
  "organisation.post": {
    id: Generated<number>;
    officer_id: number;
    unit_id: number;
    kind: PostKind;
    title: string;
    valid_from: LocalDate;
    valid_to: LocalDate | null;
  };
};

/** A person to enter, with posts in units named by their codes. */
export type NewOfficer = {
  /** The number of the personnel files; the same number is the same person. */
  readonly staffCode: string;
  readonly fullName: string;
  readonly posts: readonly { readonly unitCode: string; readonly kind: PostKind; readonly title: string }[];
};

/** Everything that holds on a day or later: units, all officers (history names them), posts, absences. */
export async function loadRows(database: Database, on: LocalDate): Promise<SnapshotRows<PostKind>> {
  const db = tablesOf<OrganisationTables>(database);
  const [units, officers, posts, absences, unread, successions] = await Promise.all([
    // Units that ended are kept: old cases name them.
    db.selectFrom("organisation.unit").selectAll().orderBy("code").execute(),
    db.selectFrom("organisation.officer").select(["id", "full_name", "active"]).orderBy("id").execute(),
    db
      .selectFrom("organisation.post")
      .select(["officer_id", "unit_id", "kind", "title", "valid_from", "valid_to"])
      .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">", on)]))
      .orderBy("officer_id")
      .orderBy("id")
      .execute(),
    loadAbsences(database.pool, on),
    unreadNotices(database.pool),
    db
      .selectFrom("organisation.succession")
      .select(["predecessor_id", "successor_id", "share", "main", "from_date"])
      .orderBy("successor_id")
      .execute(),
  ]);
  return {
    units: units.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      shortName: row.short_name,
      nameEn: row.name_en ?? row.name,
      level: row.level,
      kind: row.kind,
      parentId: row.parent_id ?? undefined,
      mountain: row.mountain,
      ...(row.valid_to === null || row.valid_to > on ? {} : { endedOn: row.valid_to }),
    })),
    officers: officers.map((row) => ({ id: row.id, fullName: row.full_name, active: row.active })),
    posts: posts.map((row) => ({
      officerId: row.officer_id,
      unitId: row.unit_id,
      kind: row.kind,
      title: row.title,
      validFrom: row.valid_from,
      ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    })),
    absences,
    unread,
    successions: successions.map((row) => ({
      predecessorId: row.predecessor_id,
      successorId: row.successor_id,
      share: row.share,
      main: row.main,
      from: row.from_date,
    })),
  };
}

/** Enters units that are not there yet, parents before children in the list. Gives how many were new. */
export async function addUnits(sql: PoolClient, units: readonly NewUnit[]): Promise<number> {
  const added = await sql.query(
    `insert into organisation.unit (code, name, short_name, name_en, level, kind, mountain, valid_from)
     select code, name, "shortName", "nameEn", level, kind, mountain, "validFrom"
     from jsonb_to_recordset($1::jsonb) as given (code text, name text, "shortName" text, "nameEn" text, level text,
       kind text, mountain boolean, "validFrom" date)
     on conflict (code) do nothing`,
    [JSON.stringify(units)],
  );
  await sql.query(
    `update organisation.unit child set parent_id = parent.id
     from jsonb_to_recordset($1::jsonb) as given (code text, "parentCode" text)
     join organisation.unit parent on parent.code = given."parentCode"
     where child.code = given.code and child.parent_id is null`,
    [JSON.stringify(units)],
  );
  return added.rowCount ?? 0;
}

/** Enters officers and posts that are not there yet. Gives the id of each staff code and how many were new. */
export async function addOfficers(
  sql: PoolClient,
  officers: readonly NewOfficer[],
  validFrom: LocalDate,
): Promise<{ readonly added: number; readonly idByStaffCode: ReadonlyMap<string, number> }> {
  const people = officers.map(({ staffCode, fullName }) => ({ staffCode, fullName }));
  const posts = officers.flatMap((one) => one.posts.map((post) => ({ staffCode: one.staffCode, ...post })));
  const added = await sql.query(
    `insert into organisation.officer (staff_code, full_name)
     select "staffCode", "fullName" from jsonb_to_recordset($1::jsonb) as given ("staffCode" text, "fullName" text)
     on conflict (staff_code) do nothing`,
    [JSON.stringify(people)],
  );
  await sql.query(
    `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
     select officer.id, unit.id, given.kind, given.title, $2
     from jsonb_to_recordset($1::jsonb) as given ("staffCode" text, "unitCode" text, kind text, title text)
     join organisation.officer officer on officer.staff_code = given."staffCode"
     join organisation.unit unit on unit.code = given."unitCode"
     on conflict (officer_id, unit_id, kind, valid_from) do nothing`,
    [JSON.stringify(posts), validFrom],
  );
  const known = await sql.query<{ id: number; staff_code: string }>(
    "select id, staff_code from organisation.officer where staff_code = any($1)",
    [officers.map((officer) => officer.staffCode)],
  );
  return {
    added: added.rowCount ?? 0,
    idByStaffCode: new Map(known.rows.map((row) => [row.staff_code, row.id])),
  };
}
