import type { LocalDate } from "../../../kernel/time.ts";

/** A unit (cơ quan, đơn vị): people's committee, department, commune, one-stop centre. */
export type Unit = {
  readonly id: number;
  /** Official code such as "H21.18" (QCVN 102:2016); never given twice. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  /** Data, not a closed list: "province", "commune", and "district" for what was decided before 01/07/2025. */
  readonly level: string;
  /** "people-committee", "department", "commune", "one-stop-centre", "office". */
  readonly kind: string;
  readonly parentId: number | undefined;
  /** Land procedures take ten working days more here. */
  readonly mountain: boolean;
  /** The day from which it is no more; absent: it stands. Old cases go on naming it. */
  readonly endedOn?: LocalDate;
};

/** Who took over from a unit, and which part; '' is the whole. `main`: where nothing says which part is meant. */
export type Succession = {
  readonly predecessorId: number;
  readonly successorId: number;
  readonly share: string;
  readonly main: boolean;
  readonly from: LocalDate;
};

/** What is needed to enter a unit; the parent is named by its code. */
export type NewUnit = Omit<Unit, "id" | "parentId" | "endedOn"> & {
  readonly parentCode: string | undefined;
  readonly validFrom: LocalDate;
};

/** The one-stop centre's kind: receives and returns, decides nothing. */
export const ONE_STOP_CENTRE = "one-stop-centre";
/** The kind of the people's committee of the province. */
export const PEOPLE_COMMITTEE = "people-committee";
