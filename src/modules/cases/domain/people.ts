/** Who applies: a person, a business or another organisation (LoaiDoiTuong). */
export type ApplicantKind = "person" | "business" | "organisation";

/** The person or body whose case it is. */
export type Applicant = {
  readonly kind: ApplicantKind;
  readonly name: string;
  /** Citizen number (12 or old 9 digits) or business code. */
  readonly number?: string;
  readonly birthDate?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
};

/** Who hands in for somebody else, and on which paper (Mẫu 01: trường hợp ủy quyền). */
export type Representative = {
  readonly name: string;
  readonly number?: string;
  readonly phone?: string;
  readonly paper: string;
};

/** How a paper came: TT 03/2025, Mẫu 01; "held": the state already has it (NQ 66.7/2025). */
export type PaperForm = "original" | "copy" | "scanned" | "held";

export type FileRef = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
};

/** A paper as it lies in the case. */
export type ReceivedPaper = {
  /** Id in the procedure's list; absent for one the list does not know. */
  readonly id?: string;
  readonly name: string;
  readonly form: PaperForm;
  readonly count: number;
  readonly files: readonly FileRef[];
};

export type FeeNote = { readonly name: string; readonly amount: number; readonly paid: boolean };

/** How the applicant wants the result. */
export type ReturnMethod = "counter" | "post" | "electronic";
export type FilingChannel = "direct" | "postal" | "online";

/** Who collected the result and how their identity was checked. */
export type Collector = {
  readonly name: string;
  readonly number?: string;
  readonly check: "receipt" | "identity-card" | "authorisation" | "post-office" | "electronic";
};

/** An answer sheet of the official questionnaire: each 2, 1 or 0 (TT 01/2018, Điều 13-15), and one overall word. */
export type Rating = {
  readonly overall: "satisfied" | "neutral" | "unsatisfied";
  readonly answers: Readonly<Record<string, number>>;
  readonly comment?: string;
};
