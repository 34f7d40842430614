import records from "./units.json" with { type: "json" };

/** A unit of the province as it stands since 1 July 2025 (NQ 202/2025/QH15, NQ 1664/NQ-UBTVQH15). */
export type SeedUnit = {
  /** Identifier under QCVN 102:2016, such as "H21.18"; the children of a unit carry its code as prefix. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly level: "province" | "commune";
  readonly kind: "people-committee" | "department" | "commune" | "one-stop-centre" | "office";
  /** Absent only for the province people's committee. */
  readonly parentCode: string | null;
  readonly validFrom: string;
  /**
   * Land procedures take 10 working days more here: the published times of Gia Lai add them for communes that are
   * mountainous, on an island, or remote and poor. See `mountainGround`.
   */
  readonly mountain: boolean;
  /**
   * Why `mountain` is true.
   * highlands: every xã of the former Gia Lai, a highland province; its eight phường are not xã, hence false.
   * mountain-district: the communes of the former mountain districts Vân Canh, Vĩnh Thạnh and An Lão.
   * island: Nhơn Châu, the island commune (Cù Lao Xanh).
   * Left false for want of a published list: Kim Sơn, Ân Tường, Vạn Đức, Bình Phú and Hội Sơn, each a merger of a
   * mountain commune with others of the plain.
   */
  readonly mountainGround?: "highlands" | "mountain-district" | "island";
  readonly communeType?: "xã" | "phường";
  /** The bare name of a commune, such as "Vân Canh". */
  readonly placeName?: string;
  readonly formerProvince?: "Gia Lai" | "Bình Định";
  /**
   * "ours": the real code is not public, or the unit has none of its own; replace it when the province gives one.
   * So are the office of the committee (H21.00), its centre (H21.00.01), the police (H21.90, which answers to its
   * ministry and stands under the province here so that it can take part in cases) and the commune centres (….01).
   */
  readonly codeOrigin?: "ours";
};

/** All units, parents before children. */
export const seedUnits = records as readonly SeedUnit[];

export const PROVINCE_CENTRE = "H21.00.01";

const byCode = new Map(seedUnits.map((unit) => [unit.code, unit]));

/** Throws for a code that is not in the seed: the seed refers to its own units alone. */
export function getSeedUnit(code: string): SeedUnit {
  const unit = byCode.get(code);
  if (!unit) throw new Error(`No unit ${code} in the seed`);
  return unit;
}

/** The one-stop desk of a deciding unit: a commune has its own centre, all others share the centre of the province. */
export function deskOf(unitCode: string): string {
  return getSeedUnit(unitCode).kind === "commune" ? `${unitCode}.01` : PROVINCE_CENTRE;
}
