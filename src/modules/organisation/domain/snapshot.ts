import type { LocalDate } from "../../../kernel/time.ts";
import type { Absence } from "./absence.ts";
import type { Succession, Unit } from "./unit.ts";

/** A post (vị trí) that an officer holds on the day of the snapshot. */
export type Post<Kind extends string = string> = {
  readonly officerId: number;
  readonly unitId: number;
  readonly kind: Kind;
  /** The title on the door, such as "Chuyên viên Phòng Đăng ký kinh doanh". */
  readonly title: string;
};

/** A post with the days on which it is held: from the first, until before `validTo`. */
export type DatedPost<Kind extends string = string> = Post<Kind> & {
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
};

export type Officer = { readonly id: number; readonly fullName: string; readonly active: boolean };

/** Everything the directory knows, as plain rows; units with parents before children are not required. */
export type SnapshotRows<Kind extends string = string> = {
  readonly units: readonly Unit[];
  readonly officers: readonly Officer[];
  readonly posts: readonly DatedPost<Kind>[];
  readonly absences: readonly Absence<Kind>[];
  /** Officers with how many staff notices they have not read. */
  readonly unread: ReadonlyMap<number, number>;
  readonly successions?: readonly Succession[];
};

/** The rows with the indexes by which they are asked for. */
export type Snapshot<Kind extends string = string> = SnapshotRows<Kind> & {
  /** Units that stand, by code. */
  readonly standing: readonly Unit[];
  readonly unitById: ReadonlyMap<number, Unit>;
  readonly unitByCode: ReadonlyMap<string, Unit>;
  readonly children: ReadonlyMap<number, readonly Unit[]>;
  readonly officerById: ReadonlyMap<number, Officer>;
  readonly postsByOfficer: ReadonlyMap<number, readonly DatedPost<Kind>[]>;
  readonly postsByUnit: ReadonlyMap<number, readonly DatedPost<Kind>[]>;
  readonly absencesByOfficer: ReadonlyMap<number, readonly Absence<Kind>[]>;
  readonly absencesByDeputy: ReadonlyMap<number, readonly Absence<Kind>[]>;
  /** Main successors first. */
  readonly successors: ReadonlyMap<number, readonly Succession[]>;
  readonly predecessors: ReadonlyMap<number, readonly Succession[]>;
};

/** Builds the indexes. Posts of officers who have left the service are kept by officer but not offered by unit. */
export function indexSnapshot<Kind extends string>(rows: SnapshotRows<Kind>): Snapshot<Kind> {
  const standing = rows.units.filter((unit) => unit.endedOn === undefined);
  const successions = (rows.successions ?? []).toSorted((a, b) => Number(b.main) - Number(a.main));
  const officerById = new Map(rows.officers.map((officer) => [officer.id, officer]));
  return {
    ...rows,
    standing,
    unitById: new Map(rows.units.map((unit) => [unit.id, unit])),
    unitByCode: new Map(rows.units.map((unit) => [unit.code, unit])),
    children: Map.groupBy(
      standing.filter((unit) => unit.parentId !== undefined),
      (unit) => unit.parentId ?? 0,
    ),
    officerById,
    postsByOfficer: Map.groupBy(rows.posts, (post) => post.officerId),
    postsByUnit: Map.groupBy(
      rows.posts.filter((post) => officerById.get(post.officerId)?.active === true),
      (post) => post.unitId,
    ),
    absencesByOfficer: Map.groupBy(rows.absences, (absence) => absence.officerId),
    absencesByDeputy: byDeputy(rows.absences),
    successors: Map.groupBy(successions, (one) => one.predecessorId),
    predecessors: Map.groupBy(successions, (one) => one.successorId),
  };
}

function byDeputy<Kind extends string>(
  absences: readonly Absence<Kind>[],
): ReadonlyMap<number, readonly Absence<Kind>[]> {
  const found = new Map<number, Absence<Kind>[]>();
  for (const absence of absences)
    for (const deputy of new Set(absence.deputies.map((one) => one.deputyId)))
      found.set(deputy, [...(found.get(deputy) ?? []), absence]);
  return found;
}

/** Whether a post is held on a day. */
export function heldOn(post: DatedPost, day: LocalDate): boolean {
  return post.validFrom <= day && (post.validTo === undefined || post.validTo > day);
}
