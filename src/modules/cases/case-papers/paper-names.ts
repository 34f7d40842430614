import type { Unit } from "../../organisation/index.ts";
import type { FormIssuer } from "../forms/form-data.ts";

/** What papers ask of the directory. */
export type PaperNames = {
  unitName(unitId: number): string;
  officerName(officerId: number): string;
  /** In whose name a paper goes out. */
  issuer(unitId: number): FormIssuer;
};

type NameSource = {
  unit(id: number): Unit;
  officerName(id: number): string;
  committeeAbove(id: number): Unit;
};

/** The names for papers, from the directory. */
export function paperNames(directory: NameSource): PaperNames {
  return {
    unitName: (unitId) => directory.unit(unitId).name,
    officerName: (officerId) => directory.officerName(officerId),
    issuer(unitId) {
      const unit = directory.unit(unitId);
      const superior =
        unit.parentId === undefined ? directory.committeeAbove(unitId) : directory.unit(unit.parentId);
      const placeOf = unit.level === "commune" ? communeOf(unit, superior) : directory.committeeAbove(unitId);
      return { superior: superior.name, desk: unit.name, place: placeName(placeOf.name) };
    },
  };
}

function communeOf(unit: Unit, superior: Unit): Unit {
  return superior.level === "commune" ? superior : unit;
}

/** "Ủy ban nhân dân phường Pleiku" is dated in "Pleiku" (NĐ 30/2020/NĐ-CP, Phụ lục I: the name of the place alone). */
function placeName(committee: string): string {
  return committee.replace(/^Ủy ban nhân dân (tỉnh|thành phố|phường|xã|đặc khu) /u, "");
}
