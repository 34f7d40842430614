import { allSeedOfficers } from "./data/staff-for-unit.ts";
import { getSeedUnit } from "./data/units.ts";

/** The password of every DEMO account; printed at start, worthless anywhere else. */
export const DEMO_PASSWORD = "motcua-2026";

/** One account of each kind with which the demonstration is played, in the order of a case's way. */
const CHOSEN = [
  "thuy.kt.pleiku",
  "nam.nh.pleiku",
  "trung.vt.pleiku",
  "ngoc.ltb.pleiku",
  "an.nv.motcua",
  "duc.pm.xaydung",
  "thanh.hc.xaydung",
  "phuoc.dh.xaydung",
  "mai.bt.xaydung",
  "long.nt.ubnd",
  "sang.hv.ubnd",
  "linh.ptk.vanphong",
  "quang.dn.quantri",
] as const;

export type DemoAccount = {
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
};

/** The accounts shown to somebody who tries the program; all others have the same password. */
export function demoAccounts(): readonly DemoAccount[] {
  const officers = new Map(allSeedOfficers().map((officer) => [officer.username, officer]));
  return CHOSEN.flatMap((username) => {
    const officer = officers.get(username);
    const post = officer?.posts[0];
    if (officer === undefined || post === undefined) return [];
    return {
      username,
      name: officer.fullName,
      title: post.title,
      unit: getSeedUnit(post.unitCode).shortName,
    };
  });
}
