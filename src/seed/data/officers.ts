import records from "./officers.json" with { type: "json" };

/** Kinds of post; permissions come from them. */
export type PostKind =
  | "desk-officer"
  | "specialist"
  | "division-head"
  | "leader"
  | "clerk"
  | "procedure-controller"
  | "administrator";

export type SeedPost = {
  readonly unitCode: string;
  readonly kind: PostKind;
  /** The title on the door, such as "Chuyên viên Phòng Đăng ký kinh doanh". */
  readonly title: string;
};

/** An invented officer for demonstration; no such person is meant. */
export type SeedOfficer = {
  /** Given name, initials of the rest, unit: "an.nv.motcua". */
  readonly username: string;
  readonly fullName: string;
  readonly posts: readonly SeedPost[];
};

/** The officers of the featured units, by whom the demonstration is played. */
export const featuredOfficers = records as readonly SeedOfficer[];
