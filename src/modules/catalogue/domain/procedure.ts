import type { TimeLimit } from "../../../kernel/time-limit.ts";

/** How a person may hand in a case: at the counter, by public post, or online. */
export type Channel = "direct" | "postal" | "online";

/** Time limits of single channels, where the catalogue gives them other times than the rest. */
export type LimitByChannel = Readonly<Partial<Record<Channel, TimeLimit>>>;

/** A paper that belongs to a case of this procedure (thành phần hồ sơ). */
export type Paper = {
  /** Stable within the procedure, such as "p1". */
  readonly id: string;
  readonly name: string;
  /** Heading under which the catalogue lists it, such as "Giấy tờ phải nộp". */
  readonly group?: string;
  /** Number of originals and of copies the law asks for. */
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  /** Code of the printed form, such as "Mẫu 01/TP-KS". */
  readonly form?: string;
};

export type Fee = {
  readonly name: string;
  /** Vietnamese đồng; absent where the provincial council or a note decides. */
  readonly amount?: number;
  readonly channel?: Channel;
  readonly note?: string;
};

/** One case of a procedure with its own time limit (trường hợp), such as new build or repair. */
export type Variant = {
  /** National code of the case, such as "1.001193.02". */
  readonly code: string;
  readonly name: string;
  readonly limit: TimeLimit;
  /** Its time where it comes by one of these channels. */
  readonly limitByChannel?: LimitByChannel;
  /** Ids of the papers asked for in this case; absent means all. */
  readonly paperIds?: readonly string[];
};

/** What the catalogue says of a procedure (NĐ 63/2010, Điều 8 khoản 2: the parts of a TTHC). */
export type ProcedureContent = {
  /** National code, such as "1.001193". */
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly field: string;
  /** Levels at which it is received and decided, as the organisation knows them: "province", "commune". */
  readonly levels: readonly string[];
  readonly decisionNo?: string;
  readonly agency?: string;
  /** Who published it, such as "Bộ Tư pháp", or a province for a procedure of its own. */
  readonly promulgator?: string;
  readonly channels: readonly Channel[];
  /** Time limit where no variant and no channel says otherwise; absent where the catalogue gives free text alone. */
  readonly limit?: TimeLimit;
  /** Time limit of cases that come by one of these channels and are of no variant. */
  readonly limitByChannel?: LimitByChannel;
  /** The catalogue's own words on time, kept where they say more than the limit. */
  readonly limitNote?: string;
  /** Working days that its own text adds where the land lies in a mountain commune, on an island or in a poor place. */
  readonly mountainDays?: number;
  readonly variants: readonly Variant[];
  readonly papers: readonly Paper[];
  readonly fees: readonly Fee[];
  readonly legalBasis: readonly string[];
  readonly results: readonly string[];
  readonly subjects: readonly string[];
  readonly requirements?: string;
  /** How it is carried out (trình tự thực hiện), paragraphs. */
  readonly sequence?: string;
  /** The result is handed over while the person waits (NĐ 61/2018, Điều 17 khoản 4). */
  readonly returnAtOnce: boolean;
  /** Everyday words by which people look for it, such as "làm giấy khai sinh". */
  readonly everydayWords: readonly string[];
};
