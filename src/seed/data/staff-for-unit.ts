import { featuredOfficers, type PostKind, type SeedOfficer, type SeedPost } from "./officers.ts";
import { bahnarNames, jraiNames, kinhNames, type NameLists } from "./staff-names.ts";
import { deskOf, type SeedUnit, seedUnits } from "./units.ts";
import { unmarked, usernameFor } from "./username.ts";

/** Last part of the usernames of units at province level; communes use their own name. */
const unitWords: Readonly<Record<string, string>> = {
  "H21.01": "dantoc",
  "H21.02": "kkt",
  "H21.05": "congthuong",
  "H21.06": "giaoduc",
  "H21.09": "khcn",
  "H21.11": "noivu",
  "H21.13": "taichinh",
  "H21.16": "tuphap",
  "H21.17": "vhttdl",
  "H21.18": "xaydung",
  "H21.19": "yte",
  "H21.20": "thanhtra",
  "H21.24": "nnmt",
  "H21.26": "ngoaivu",
  "H21.90": "congan",
};

const titles: Readonly<Record<"commune" | "province", Partial<Record<PostKind, string>>>> = {
  commune: {
    "desk-officer": "Công chức tiếp nhận và trả kết quả",
    specialist: "Công chức chuyên môn",
    leader: "Phó Chủ tịch UBND",
    clerk: "Văn thư UBND",
  },
  province: {
    specialist: "Chuyên viên",
    "division-head": "Trưởng phòng chuyên môn",
    leader: "Phó Thủ trưởng cơ quan",
    clerk: "Văn thư cơ quan",
  },
};

/**
 * Invented staff of one unit, always the same for the same unit.
 * A commune gets four: desk officer (in its one-stop centre), specialist, leader, clerk. An agency of the province
 * gets five: two specialists, division head, leader, clerk. A one-stop centre gets none: its people come with its unit.
 */
export function staffForUnit(unit: SeedUnit): readonly SeedOfficer[] {
  if (unit.kind === "one-stop-centre") return [];
  const word = unitWords[unit.code] ?? unmarked(unit.placeName ?? unit.shortName);
  const taken = new Set<string>();
  return postsOf(unit).map((post, index) => {
    for (let attempt = 0; ; attempt++) {
      const fullName = inventName(unit, `${unit.code}/${index}/${attempt}`);
      const username = usernameFor(fullName, word);
      if (taken.has(username)) continue;
      taken.add(username);
      return { username, fullName, posts: [post] };
    }
  });
}

/** All officers of the province: the featured ones, and invented staff for each unit that has none. */
export function allSeedOfficers(): readonly SeedOfficer[] {
  const staffed = new Set(featuredOfficers.flatMap((officer) => officer.posts.map((post) => post.unitCode)));
  return [
    ...featuredOfficers,
    ...seedUnits.filter((unit) => !staffed.has(unit.code)).flatMap((unit) => staffForUnit(unit)),
  ];
}

function postsOf(unit: SeedUnit): readonly SeedPost[] {
  const isCommune = unit.kind === "commune";
  const kinds: readonly PostKind[] = isCommune
    ? ["desk-officer", "specialist", "leader", "clerk"]
    : ["specialist", "specialist", "division-head", "leader", "clerk"];
  const level = isCommune ? "commune" : "province";
  return kinds.map((kind) => ({
    unitCode: kind === "desk-officer" ? deskOf(unit.code) : unit.code,
    kind,
    title: titleOf(unit, titles[level][kind] ?? "Chuyên viên"),
  }));
}

/** "Phó Chủ tịch UBND" is of one commune: its name follows. */
function titleOf(unit: SeedUnit, title: string): string {
  return title.endsWith("UBND") ? `${title} ${unit.communeType} ${unit.placeName}` : title;
}

function inventName(unit: SeedUnit, seed: string): string {
  const lists = namesFor(unit, seed);
  const isWoman = pick([true, false], `${seed}/w`);
  return [
    pick(lists.family, `${seed}/f`),
    pick(isWoman ? lists.womenMiddle : lists.menMiddle, `${seed}/m`),
    pick(isWoman ? lists.women : lists.men, `${seed}/g`),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** About a third of the officers in the highlands are Jrai or Bahnar, in the mountain districts Bahnar. */
function namesFor(unit: SeedUnit, seed: string): NameLists {
  const mostlyKinh = [kinhNames, kinhNames, kinhNames, kinhNames] as const;
  if (unit.mountainGround === "highlands") return pick([...mostlyKinh, jraiNames, bahnarNames], `${seed}/n`);
  if (unit.mountainGround === "mountain-district") return pick([...mostlyKinh, bahnarNames], `${seed}/n`);
  return kinhNames;
}

/** A choice that depends on the seed alone (FNV-1a): the same province on each machine. */
function pick<T>(list: readonly T[], seed: string): T {
  let hash = 0x811c9dc5;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The low bits of FNV follow the last letter; fold the high ones in.
  const chosen = list[((hash ^ (hash >>> 15)) >>> 0) % list.length];
  if (chosen === undefined) throw new Error("Nothing to choose from");
  return chosen;
}
