import { type LocalDate, localDateOf } from "../../kernel/time.ts";
import { type Clock, systemClock } from "../../platform/clock.ts";
import { CurrentReading } from "../../platform/current-reading.ts";
import type { Database } from "../../platform/database.ts";
import type { HeldPost, PostKind } from "../../platform/permission.ts";
import { type Absence, filledPosts } from "./domain/absence.ts";
import {
  type DatedPost,
  heldOn,
  indexSnapshot,
  type Officer,
  type Post,
  type Snapshot,
} from "./domain/snapshot.ts";
import { ONE_STOP_CENTRE, PEOPLE_COMMITTEE, type Succession, type Unit } from "./domain/unit.ts";
import { loadRows } from "./organisation-store.ts";

/** An officer in one of the posts of a unit. */
export type OfficerInPost = Post<PostKind> & { readonly fullName: string };

const FRESH_MS = 15_000;
const RENEW_MS = 10_000;

/** Reads units, officers and posts into memory. */
export async function loadDirectory(database: Database, clock: Clock = systemClock): Promise<Directory> {
  const directory = new Directory(database, clock);
  await directory.refresh();
  return directory;
}

/**
 * A snapshot of the organisation in memory: every page asks it several times. It is read again in the background when
 * it is asked after 15 seconds, so that a change reaches all processes within that time and the next question.
 */
export class Directory {
  readonly #database: Database;
  readonly #clock: Clock;
  #snapshot: Snapshot<PostKind> = indexSnapshot<PostKind>({
    units: [],
    officers: [],
    posts: [],
    absences: [],
    unread: new Map(),
  });
  #readAt = 0;
  readonly #reading = new CurrentReading(() => this.#read());

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Reads again now: whatever was committed before the call is in the snapshot afterwards. */
  refresh(): Promise<void> {
    return this.#reading.again();
  }

  async #read(): Promise<void> {
    const now = this.#clock();
    this.#snapshot = indexSnapshot(await loadRows(this.#database, localDateOf(now)));
    this.#readAt = now;
  }

  get #now(): Snapshot<PostKind> {
    // When the reading fails the last snapshot stays in use and the next question tries again.
    if (this.#clock() - this.#readAt > FRESH_MS) this.#reading.join().catch(() => {});
    return this.#snapshot;
  }

  /** The unit of an id that the database gave; throws for an unknown one. */
  unit(id: number): Unit {
    return this.findUnit(id) ?? missing(`unit ${id}`);
  }

  findUnit(id: number): Unit | undefined {
    return this.#now.unitById.get(id);
  }

  unitByCode(code: string): Unit | undefined {
    return this.#now.unitByCode.get(code);
  }

  /** The units that stand, by code. */
  units(): readonly Unit[] {
    return this.#now.standing;
  }

  /** Those that ended too: old cases and figures name them. */
  allUnits(): readonly Unit[] {
    return this.#now.units;
  }

  /** The unit itself while it stands, else whoever took over in the end (of a split unit the main successor). */
  currentUnitOf(id: number): Unit {
    let unit = this.unit(id);
    for (const seen = new Set<number>(); unit.endedOn !== undefined && !seen.has(unit.id); ) {
      seen.add(unit.id);
      const [next] = this.successorsOf(unit.id);
      if (next === undefined) return unit;
      unit = this.unit(next.successorId);
    }
    return unit;
  }

  /** The same for a code, such as one that an old process names ("unit:H21.18"). */
  currentUnitByCode(code: string): Unit | undefined {
    const unit = this.unitByCode(code);
    return unit && this.currentUnitOf(unit.id);
  }

  /** Who took over from a unit, the main successor first. */
  successorsOf(id: number): readonly Succession[] {
    return this.#now.successors.get(id) ?? [];
  }

  /** The units whose work and archives a unit took over, theirs included. */
  predecessorsOf(id: number): readonly number[] {
    const found = new Set<number>();
    const look = (of: number): void => {
      for (const { predecessorId } of this.#now.predecessors.get(of) ?? []) {
        if (found.has(predecessorId)) continue;
        found.add(predecessorId);
        look(predecessorId);
      }
    };
    look(id);
    return [...found];
  }

  childrenOf(id: number): readonly Unit[] {
    return this.#now.children.get(id) ?? [];
  }

  findOfficer(id: number): Officer | undefined {
    return this.#now.officerById.get(id);
  }

  /** The name of an officer, also of one who has left; throws for an unknown id. */
  officerName(id: number): string {
    return this.#now.officerById.get(id)?.fullName ?? missing(`officer ${id}`);
  }

  /** The posts an officer holds today. */
  postsOf(officerId: number): readonly Post<PostKind>[] {
    const today = this.today();
    return (this.#now.postsByOfficer.get(officerId) ?? []).filter((post) => heldOn(post, today));
  }

  /** The posts an officer holds on a day from today on. */
  postsOn(officerId: number, day: LocalDate): readonly DatedPost<PostKind>[] {
    return (this.#now.postsByOfficer.get(officerId) ?? []).filter((post) => heldOn(post, day));
  }

  /** The posts an officer fills today for others who are absent; nobody without a post of their own acts for others. */
  filledPostsOf(officerId: number): readonly HeldPost[] {
    const now = this.#now;
    const absences = now.absencesByDeputy.get(officerId);
    if (absences === undefined || this.postsOf(officerId).length === 0) return [];
    const today = this.today();
    return filledPosts(officerId, absences, today, (absentId, unitId, kind) =>
      (now.postsByUnit.get(unitId) ?? []).some(
        (post) => post.officerId === absentId && post.kind === kind && heldOn(post, today),
      ),
    );
  }

  /** Absences that cover today or come later, of one officer or of all. */
  absences(officerId?: number): readonly Absence<PostKind>[] {
    const today = this.today();
    const found =
      officerId === undefined ? this.#now.absences : (this.#now.absencesByOfficer.get(officerId) ?? []);
    return found.filter((absence) => absence.toDay >= today);
  }

  isAbsent(officerId: number): boolean {
    const today = this.today();
    return this.absences(officerId).some((absence) => absence.fromDay <= today);
  }

  /** How many notices about their posts and absences an officer has not read. */
  unreadNotices(officerId: number): number {
    return this.#now.unread.get(officerId) ?? 0;
  }

  /** The day of the directory's clock. */
  today(): LocalDate {
    return localDateOf(this.#clock());
  }

  /**
   * Before a request is served: a snapshot older than 15 seconds is read anew first, so that a post that ended
   * elsewhere opens nothing after an idle hour. Under load it is renewed earlier, in the background, and nobody waits.
   */
  keepFresh(): Promise<void> | undefined {
    const age = this.#clock() - this.#readAt;
    if (age > FRESH_MS) return this.#reading.join();
    if (age > RENEW_MS) this.#reading.join().catch(() => {});
    return undefined;
  }

  /** Who works in a unit today, in all posts or in one kind of post. */
  officersIn(unitId: number, postKind?: PostKind): readonly OfficerInPost[] {
    const today = this.today();
    const posts = this.#now.postsByUnit.get(unitId) ?? [];
    return posts
      .filter((post) => (postKind === undefined || post.kind === postKind) && heldOn(post, today))
      .map((post) => ({ ...post, fullName: this.officerName(post.officerId) }));
  }

  /**
   * The one-stop centre that receives for a unit: the commune's own, for units of the province the province's centre.
   * A centre is its own desk. (NĐ 118/2025/NĐ-CP, Điều 8)
   */
  deskOf(unitId: number): Unit {
    const unit = this.unit(unitId);
    if (unit.kind === ONE_STOP_CENTRE) return unit;
    const own = this.childrenOf(unitId).find((child) => child.kind === ONE_STOP_CENTRE);
    if (own !== undefined) return own;
    const centre = this.units().find((other) => other.kind === ONE_STOP_CENTRE && other.level === "province");
    return centre ?? missing("one-stop centre of the province");
  }

  /** Prefix of case codes: a commune's centre uses the commune's code, all others their own (TT 01/2018, Điều 19). */
  codeForCases(unitId: number): string {
    const unit = this.unit(unitId);
    if (unit.kind === ONE_STOP_CENTRE && unit.level === "commune" && unit.parentId !== undefined)
      return this.unit(unit.parentId).code;
    return unit.code;
  }

  /** The people's committee of the province above a unit (or the unit itself, when it is that). */
  committeeAbove(unitId: number): Unit {
    for (let unit = this.unit(unitId); ; unit = this.unit(unit.parentId)) {
      if (unit.kind === PEOPLE_COMMITTEE && unit.level === "province") return unit;
      if (unit.parentId === undefined) return missing(`people's committee above ${unit.code}`);
    }
  }
}

function missing(what: string): never {
  throw new Error(`The directory has no ${what}.`);
}
