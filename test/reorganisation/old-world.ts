import type { Counter, ProvinceFacts } from "../../bench/volume/province-facts.ts";
import { seedVolume } from "../../bench/volume/volume-seeder.ts";
import type { SeededRandom } from "../../src/demo/seeded-random.ts";
import type { Directory } from "../../src/modules/organisation/index.ts";
import { addOfficers, addUnits, type NewUnit } from "../../src/modules/organisation/index.ts";
import type { TestDatabase } from "../harness/database.ts";

/** A commune as it was before a merger. */
export type OldCommune = {
  readonly code: string;
  /** "xã Nhơn Lộc". */
  readonly place: string;
  readonly districtCode: string;
  /** How people write it in an address; absent: its place. */
  readonly written?: readonly string[];
};
export type OldDistrict = { readonly code: string /** "huyện An Lão". */; readonly place: string };
export type OldWorld = {
  readonly districts: readonly OldDistrict[];
  readonly communes: readonly OldCommune[];
  /** Communes of the seed that stay as they are. */
  readonly unchanged: readonly string[];
  /** How one in fifty writes to a district: an address that names no commune; absent: everybody names one. */
  readonly nowhere?: string;
};

const SINCE = "2025-07-01";

/** Puts the communes and districts of before a merger in the place of the seeded communes, each with its people. */
export async function makeOldWorld(db: TestDatabase, world: OldWorld): Promise<void> {
  const client = await db.ownerPool.connect();
  try {
    await client.query("begin");
    const goes = `select id from organisation.unit where level = 'commune'
      and not (code = any ($1) or code = any (select unnest($1::text[]) || '.01'))`;
    await client.query(`delete from organisation.place_name`);
    await client.query(`delete from organisation.post where unit_id in (${goes})`, [world.unchanged]);
    await client.query(`update organisation.unit set parent_id = null where id in (${goes})`, [
      world.unchanged,
    ]);
    await client.query(`delete from organisation.unit where id in (${goes})`, [world.unchanged]);
    const units = [
      ...world.districts.flatMap(({ code, place }) => [
        unit(code, `Ủy ban nhân dân ${place}`, "district", "commune", "H21"),
        unit(`${code}.01`, `Bộ phận Một cửa ${place}`, "district", "one-stop-centre", code),
      ]),
      ...world.communes.flatMap(({ code, place, districtCode }) => [
        unit(code, `Ủy ban nhân dân ${place}`, "commune", "commune", districtCode),
        unit(`${code}.01`, `Bộ phận Một cửa ${place}`, "commune", "one-stop-centre", code),
      ]),
    ];
    await addUnits(client, units);
    const staffed = units.filter((one) => one.kind === "commune");
    await addOfficers(
      client,
      staffed.flatMap(({ code }) => [
        person(code, "specialist"),
        person(code, "leader"),
        person(code, "clerk"),
        person(`${code}.01`, "desk-officer"),
      ]),
      SINCE,
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

function unit(code: string, name: string, level: string, kind: string, parentCode: string): NewUnit {
  const shortName = name.replace("Ủy ban nhân dân", "UBND");
  return { code, name, shortName, nameEn: name, level, kind, parentCode, mountain: false, validFrom: SINCE };
}

function person(unitCode: string, kind: "specialist" | "leader" | "clerk" | "desk-officer") {
  const staffCode = `${unitCode}-${kind}`;
  return { staffCode, fullName: `Cán bộ ${staffCode}`, posts: [{ unitCode, kind, title: "Công chức" }] };
}

/** Open cases on the old communes and districts; some addresses name a village of the split communes. */
export async function openCasesOn(
  db: TestDatabase,
  world: OldWorld,
  options: {
    readonly cases: number;
    readonly now: number;
    readonly villages?: ReadonlyMap<string, readonly string[]>;
  },
): Promise<void> {
  await seedVolume(db.database, db.ownerPool, {
    cases: options.cases,
    now: options.now,
    openShare: 1,
    facts: (facts) => oldFacts(facts, world, options.villages ?? new Map()),
  });
}

function oldFacts(
  facts: ProvinceFacts,
  world: OldWorld,
  villages: ReadonlyMap<string, readonly string[]>,
): ProvinceFacts {
  const counter = ({ code }: { readonly code: string }): Counter => ({
    deciding: unitOf(facts.directory, code),
    desk: unitOf(facts.directory, `${code}.01`),
  });
  const ofDistrict = Map.groupBy(world.communes, (commune) => commune.districtCode);
  const ofCode = new Map(world.communes.map((commune) => [commune.code, commune]));
  const placeOf = (code: string, random: SeededRandom): string | undefined => {
    const commune = ofCode.get(code);
    if (commune === undefined) {
      const inside = ofDistrict.get(code);
      if (inside === undefined) return undefined;
      if (world.nowhere !== undefined && random.chance(0.02)) return world.nowhere;
      return writtenBy(random, random.pick(inside));
    }
    const known = villages.get(code) ?? [];
    const village = known.length > 0 && random.chance(0.5) ? `${random.pick(known)}, ` : "";
    return `${village}${writtenBy(random, commune)}`;
  };
  const communal = facts.errands.filter(
    ({ procedure, process }) =>
      procedure.content.levels.includes("commune") &&
      process.definition.steps.every((step) => step.post !== "division-head"),
  );
  return {
    ...facts,
    // One in three is a matter of the district, as it was until 30/06/2025.
    errands: communal.map((errand, index) => ({
      ...errand,
      procedure: {
        ...errand.procedure,
        content: {
          ...errand.procedure.content,
          levels: [world.districts.length > 0 && index % 3 === 0 ? "district" : "commune"],
        },
      },
    })),
    counters: new Map([
      ["district", world.districts.map(counter)],
      ["commune", [...world.communes, ...world.unchanged.map((code) => ({ code }))].map(counter)],
    ]),
    placeOf: (deciding, random) => placeOf(deciding.code, random) ?? deciding.shortName,
  };
}

function writtenBy(random: SeededRandom, { place, written }: OldCommune): string {
  return written === undefined ? place : random.pick(written);
}

function unitOf(directory: Directory, code: string) {
  const found = directory.unitByCode(code);
  if (found === undefined) throw new Error(`no unit ${code}`);
  return found;
}
