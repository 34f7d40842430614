import { type Refused, refuse } from "../kernel/result.ts";

/** The posts an officer can hold (vị trí). Permissions come from the post, never from the person. */
export const POST_KINDS = [
  "desk-officer",
  "specialist",
  "division-head",
  "leader",
  "clerk",
  "procedure-controller",
  "administrator",
] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** How far a permission reaches. */
export type Scope =
  /** work that lies with the officer's own unit and post */
  | "own-step"
  /** cases that pass through the officer's unit */
  | "own-unit"
  /** everything of the province */
  | "province";

type Grant = { readonly posts: readonly PostKind[]; readonly scope: Scope; readonly systems: boolean };

const DESK = ["desk-officer"] as const;
const WORKERS = ["desk-officer", "specialist", "division-head", "leader", "clerk"] as const;

/**
 * The one table of permissions: who may do what, and how far it reaches. What is not here is forbidden.
 * `systems`: a token of another system may be given it too.
 */
export const PERMISSIONS = {
  "case.receive": { posts: DESK, scope: "own-unit", systems: true },
  "case.accept": { posts: DESK, scope: "own-unit", systems: false },
  "case.refuse": { posts: DESK, scope: "own-unit", systems: false },
  "case.group-decide": { posts: DESK, scope: "own-unit", systems: false },
  "case.read": { posts: WORKERS, scope: "own-unit", systems: true },
  "case.list": { posts: WORKERS, scope: "own-unit", systems: true },
  "case.pass-on": { posts: WORKERS, scope: "own-step", systems: false },
  "case.send-back": { posts: WORKERS, scope: "own-step", systems: false },
  "case.assign": { posts: WORKERS, scope: "own-step", systems: false },
  "case.ask-opinion": { posts: ["specialist", "division-head", "leader"], scope: "own-step", systems: false },
  "case.give-opinion": {
    posts: ["specialist", "division-head", "leader"],
    scope: "own-step",
    systems: false,
  },
  "case.propose-supplement": { posts: ["specialist", "division-head"], scope: "own-step", systems: false },
  "case.allow-supplement": { posts: ["leader"], scope: "own-unit", systems: false },
  "case.supplement": { posts: DESK, scope: "own-unit", systems: false },
  "case.financial-duty": { posts: ["specialist", "desk-officer"], scope: "own-step", systems: false },
  "case.end-wait": { posts: WORKERS, scope: "own-step", systems: false },
  "case.withdraw": { posts: DESK, scope: "own-unit", systems: false },
  "case.stop": { posts: ["leader"], scope: "own-unit", systems: false },
  "case.change-procedure": { posts: DESK, scope: "own-unit", systems: false },
  "case.draft-result": { posts: ["specialist"], scope: "own-step", systems: false },
  "case.approve": { posts: ["leader"], scope: "own-step", systems: false },
  "case.issue": { posts: ["clerk"], scope: "own-step", systems: false },
  "case.recall-result": { posts: ["clerk", "leader"], scope: "own-unit", systems: false },
  "case.hand-over": { posts: DESK, scope: "own-unit", systems: false },
  "case.apologise": { posts: ["leader"], scope: "own-unit", systems: false },
  "case.urge": { posts: ["division-head", "leader"], scope: "own-unit", systems: false },
  "case.answer-urge": { posts: WORKERS, scope: "own-step", systems: false },
  "case.share-work": { posts: ["division-head", "leader"], scope: "own-unit", systems: false },
  "case.register": { posts: ["desk-officer", "leader"], scope: "own-unit", systems: false },
  "steering.digest": { posts: ["division-head", "leader"], scope: "own-unit", systems: false },
  /** The cases behind a number of the live board; whoever may read reports sees those of the whole province. */
  "board.cases": {
    posts: [...WORKERS, "procedure-controller"],
    scope: "own-unit",
    systems: false,
  },
  "report.read": {
    posts: ["leader", "division-head", "procedure-controller"],
    scope: "province",
    systems: true,
  },
  "catalogue.manage": { posts: ["procedure-controller"], scope: "province", systems: false },
  "process.manage": { posts: ["procedure-controller"], scope: "province", systems: false },
  /** The cases whose date a declared calendar moved; whoever declares it sees those of the whole province. */
  "calendar.cases": {
    posts: ["desk-officer", "division-head", "leader", "procedure-controller"],
    scope: "own-unit",
    systems: false,
  },
  "calendar.declare": { posts: ["procedure-controller"], scope: "province", systems: false },
  "organisation.reorganise": { posts: ["administrator"], scope: "province", systems: false },
  "account.manage": { posts: ["administrator"], scope: "province", systems: false },
  "organisation.absence": { posts: POST_KINDS, scope: "own-unit", systems: false },
  "organisation.post": { posts: ["leader", "administrator"], scope: "own-unit", systems: false },
  "audit.read": { posts: ["administrator"], scope: "province", systems: false },
  "officer.self": { posts: POST_KINDS, scope: "province", systems: false },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

/** A post that somebody holds now, or fills for an absent officer. */
export type HeldPost = {
  readonly unitId: number;
  readonly kind: PostKind;
  /** The absent officer whose post it is. */
  readonly inPlaceOf?: number;
  /** Units that ended and whose archives this unit keeps: their cases may be found and read, nothing more. */
  readonly archives?: readonly number[];
};

/** What reaches the archives of units that were taken over, too. */
const READS: readonly Permission[] = ["case.read", "case.list", "case.register"];

/** Who acts: an officer with posts, another system with a token, anybody, or the operator at the terminal. */
export type Actor =
  | {
      readonly kind: "officer";
      readonly id: number;
      readonly name: string;
      readonly posts: readonly HeldPost[];
    }
  | {
      readonly kind: "system";
      readonly id: number;
      readonly name: string;
      readonly permissions: readonly Permission[];
      readonly unitId: number;
    }
  | { readonly kind: "public" }
  | { readonly kind: "operator" };

export const PUBLIC: Actor = { kind: "public" };
export const OPERATOR: Actor = { kind: "operator" };

/** Whether the actor holds the permission at all; how far it reaches is asked with `unitsFor`. */
export function holds(actor: Actor, permission: Permission): boolean {
  const grant: Grant = PERMISSIONS[permission];
  switch (actor.kind) {
    case "officer":
      return actor.posts.some((post) => grant.posts.includes(post.kind));
    case "system":
      return grant.systems && actor.permissions.includes(permission);
    case "operator":
      return true;
    case "public":
      return false;
  }
}

/** The units in which the actor holds the permission; for WHERE clauses. Empty: nowhere. */
export function unitsFor(actor: Actor, permission: Permission): readonly number[] {
  if (!holds(actor, permission)) return [];
  const grant: Grant = PERMISSIONS[permission];
  switch (actor.kind) {
    case "officer":
      return [
        ...new Set(
          actor.posts
            .filter((post) => grant.posts.includes(post.kind))
            .flatMap(({ unitId, archives = [] }) =>
              READS.includes(permission) ? [unitId, ...archives] : [unitId],
            ),
        ),
      ];
    case "system":
      return [actor.unitId];
    case "operator":
    case "public":
      return [];
  }
}

/** Refuses with "not-permitted" unless the actor holds the permission. */
export function refusedWithout(actor: Actor, permission: Permission): Refused<"not-permitted"> | undefined {
  return holds(actor, permission) ? undefined : refuse("not-permitted");
}
