import type { Access } from "../../src/platform/http/access.ts";
import { holds, PERMISSIONS, type PostKind } from "../../src/platform/permission.ts";
import { PLEIKU } from "./case-at.ts";

/** Who looks at the pages: citizens, one officer of each kind, and somebody who owes the second factor. */
export type Viewer = "citizen" | "half-signed-in" | PostKind;

/** An account of the seed for each kind of officer. */
export const OFFICERS: Readonly<Record<PostKind, string>> = {
  "desk-officer": PLEIKU.desk,
  specialist: PLEIKU.specialist,
  "division-head": "son.td.nnmt",
  leader: PLEIKU.leader,
  clerk: PLEIKU.clerk,
  "procedure-controller": "linh.ptk.vanphong",
  administrator: "quang.dn.quantri",
};

export const VIEWERS: readonly Viewer[] = [
  "citizen",
  "half-signed-in",
  ...(Object.keys(OFFICERS) as PostKind[]),
];

/** Whether a page is meant for them. Officers walk their own pages, citizens the public ones. */
export function mayOpen(viewer: Viewer, access: Access): boolean {
  if (viewer === "citizen") return access === "public";
  if (viewer === "half-signed-in") return access === "second-factor";
  if (access === "public" || access === "second-factor") return false;
  if (access === "signed-in") return true;
  const actor = { kind: "officer", id: 0, name: "", posts: [{ unitId: 0, kind: viewer }] } as const;
  return access in PERMISSIONS && holds(actor, access);
}
