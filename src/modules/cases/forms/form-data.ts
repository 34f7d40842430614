import type { Instant } from "../../../kernel/time.ts";

/** The one-stop desk in whose name a form goes out. */
export type FormIssuer = {
  /** Đơn vị chủ quản: "Văn phòng Ủy ban nhân dân tỉnh Gia Lai"; printed in capitals. */
  readonly superior: string;
  /** "Trung tâm Phục vụ hành chính công tỉnh Gia Lai"; printed in capitals in the head, as given in the text. */
  readonly desk: string;
  /** The desk's sign in document numbers; "TTPVHCC" unless told ("BPTNTKQ" for a Bộ phận Tiếp nhận và Trả kết quả). */
  readonly sign?: string;
  /** The place in "Gia Lai, ngày …". */
  readonly place: string;
};

/** What the head of every form needs. */
export type FormHead = {
  readonly issuer: FormIssuer;
  /** The running number alone ("123"); dots where it is not given yet. */
  readonly number?: string;
  /** The day of the form, its law, and the creation instant of the file. */
  readonly issuedAt: Instant;
};

/** Who hands in: person or organisation, as printed. What is left out stays a dotted line. */
export type FormApplicant = {
  readonly name: string;
  readonly identityNumber?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
};

/** Who signs a form: the name under the signature, and whether the signature is digital. */
export type FormSigner = { readonly name?: string; readonly digital?: boolean };
