import records from "./place-names.json" with { type: "json" };

/** Name with type, former district, former province, part (empty: the whole), code of the unit since 1 July 2025. */
type PlaceRecord = readonly [
  name: string,
  formerDistrict: string,
  formerProvince: string,
  share: string,
  unitCode: string,
];

/**
 * The communes of before 1 July 2025 (NQ 1664/NQ-UBTVQH15): 364 that were merged, three of them split, hence 367 lines.
 * The former district is given where two share a name; elsewhere it is not known here.
 */
export const seedPlaceNames = (records as unknown as readonly PlaceRecord[]).map(
  ([name, formerDistrict, formerProvince, share, unitCode]) => ({
    name,
    formerDistrict,
    formerProvince: `tỉnh ${formerProvince}`,
    share,
    unitCode,
  }),
);
