/** Why a person must look at a fact of the national catalogue before the province relies on it. */
export type DoubtReason =
  /** Each channel has one time, but not all the same: a person confirms them before cases are judged by them. */
  | "limits-by-channel"
  /** The time differs by channel and case; which one holds is for a person to say. */
  | "limits-differ"
  | "limit-with-mountain-days"
  /** The figure says 20 calendar days, its own note 20 working days. */
  | "limit-contradicts-note"
  /** An amount below 1.000 đồng: thousands, or another currency. */
  | "fee-too-small"
  /** A customs or tax authority under "Cấp Xã". */
  | "level-contradicts-agency"
  | "level-unknown";

export type Doubt = { readonly field: string; readonly reason: DoubtReason; readonly value: unknown };
