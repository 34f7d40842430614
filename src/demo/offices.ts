import type { Directory, Unit } from "../modules/organisation/index.ts";
import type { PostKind } from "../platform/permission.ts";
import { allSeedOfficers } from "../seed/data/staff-for-unit.ts";
import { Browser } from "./browser.ts";
import { Unplayed } from "./unplayed.ts";

/** The people of the demo who work: an officer per unit and post, each with a browser of their own. */
export class Offices {
  readonly #base: string;
  readonly #password: string;
  readonly #directory: Directory;
  readonly #usernames = new Map<string, string[]>();
  /** By unit, post and full name: in a province more than one bears a name. */
  readonly #names = new Map<string, string>();
  readonly #browsers = new Map<string, Promise<Browser>>();
  readonly #away = new Set<string>();

  constructor(base: string, password: string, directory: Directory) {
    this.#base = base;
    this.#password = password;
    this.#directory = directory;
    for (const officer of allSeedOfficers()) {
      for (const post of officer.posts) {
        const key = `${post.unitCode}/${post.kind}`;
        this.#names.set(`${key}/${officer.fullName}`, officer.username);
        this.#usernames.set(key, [...(this.#usernames.get(key) ?? []), officer.username]);
      }
    }
  }

  /** Whether anybody of the demo holds this post. */
  holds(unitCode: string, post: PostKind): boolean {
    return this.#usernames.has(`${unitCode}/${post}`);
  }

  /** Those of a unit who hold a post today, as the organisation knows them; nobody where the unit has no demo people. */
  colleagues(unitCode: string, post: PostKind) {
    const people = this.#directory.officersIn(this.unit(unitCode).id, post);
    return people.flatMap((one) => {
      const username = this.#names.get(`${unitCode}/${post}/${one.fullName}`);
      return username === undefined ? [] : [{ ...one, username }];
    });
  }

  /** Is away until everybody goes home. */
  stayHome(username: string): void {
    this.#away.add(username);
  }

  /** Somebody of this unit and post who is there, signed in; on one day always the same person for the same number. */
  officer(unitCode: string, post: PostKind, number: number): Promise<Browser> {
    const all = this.#usernames.get(`${unitCode}/${post}`) ?? [];
    const names = all.filter((name) => !this.#away.has(name));
    const username = names[number % Math.max(1, names.length)];
    if (username === undefined) throw new Unplayed(`nobody is ${post} in ${unitCode}`);
    const known = this.#browsers.get(username);
    if (known !== undefined) return known;
    const browser = new Browser(this.#base);
    const signedIn = browser.signIn(username, this.#password).then(() => browser);
    this.#browsers.set(username, signedIn);
    return signedIn;
  }

  /** Everybody goes home: sessions do not last over night. */
  goHome(): void {
    this.#browsers.clear();
    this.#away.clear();
  }

  /** The leader who signs for a unit. */
  leaderOf(unitId: number): number {
    const leader = this.#directory.officersIn(unitId, "leader")[0];
    if (leader === undefined) throw new Error(`unit ${unitId} has no leader`);
    return leader.officerId;
  }

  unit(code: string): Unit {
    const unit = this.#directory.unitByCode(code);
    if (unit === undefined) throw new Error(`no unit ${code}`);
    return unit;
  }
}
