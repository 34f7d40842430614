import type { Directory, OfficerInPost, Unit } from "../modules/organisation/index.ts";
import type { PostKind } from "../platform/permission.ts";
import { Browser } from "./browser.ts";
import { Unplayed } from "./unplayed.ts";

/** An officer of the demo in a post, with the account by which they sign in. */
export type Colleague = OfficerInPost & { readonly username: string };

/** The people of the demo who work, each in the posts that the organisation knows today and with a browser of their own. */
export class Offices {
  readonly #base: string;
  readonly #password: string;
  readonly #directory: Directory;
  readonly #usernames: ReadonlyMap<number, string>;
  readonly #browsers = new Map<string, Promise<Browser>>();
  readonly #away = new Set<number>();

  /** @param usernames of the demo's accounts, by officer. */
  constructor(base: string, password: string, directory: Directory, usernames: ReadonlyMap<number, string>) {
    this.#base = base;
    this.#password = password;
    this.#directory = directory;
    this.#usernames = usernames;
  }

  /** Whether anybody of the demo holds this post. */
  holds(unitCode: string, post: PostKind): boolean {
    return this.colleagues(unitCode, post).length > 0;
  }

  /** Those of a unit who hold a post today; nobody where the unit has no demo people. */
  colleagues(unitCode: string, post: PostKind): readonly Colleague[] {
    const people = this.#directory.officersIn(this.unit(unitCode).id, post);
    return people.flatMap((one) => {
      const username = this.#usernames.get(one.officerId);
      return username === undefined ? [] : [{ ...one, username }];
    });
  }

  /** Those who are there today. */
  present(unitCode: string, post: PostKind): readonly Colleague[] {
    return this.colleagues(unitCode, post).filter(({ officerId }) => !this.#away.has(officerId));
  }

  /** Is away until everybody goes home. */
  stayHome({ officerId }: Colleague): void {
    this.#away.add(officerId);
  }

  /** Somebody of this unit and post who is there, signed in; on one day mostly the same person for the same number. */
  async officer(unitCode: string, post: PostKind, number: number): Promise<Browser> {
    const all = this.present(unitCode, post);
    const one = all[number % Math.max(1, all.length)];
    if (one === undefined) throw new Unplayed(`nobody is ${post} in ${unitCode}`);
    return this.browserOf(one);
  }

  browserOf({ username }: Pick<Colleague, "username">): Promise<Browser> {
    const known = this.#browsers.get(username);
    if (known !== undefined) return known;
    const browser = new Browser(this.#base);
    const signedIn = browser.signIn(username, this.#password).then(() => browser);
    this.#browsers.set(username, signedIn);
    return signedIn;
  }

  /** Who changes units; undefined where no demo person may. */
  administrator(): Promise<Browser> | undefined {
    const unit = this.#directory.units().find(({ code }) => this.holds(code, "administrator"));
    return unit && this.officer(unit.code, "administrator", 0);
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

  /** The unit of a code, or whoever took over from it. */
  unit(code: string): Unit {
    const unit = this.#directory.currentUnitByCode(code);
    if (unit === undefined) throw new Error(`no unit ${code}`);
    return unit;
  }
}
