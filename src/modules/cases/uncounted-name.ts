import type { Lang } from "../../kernel/time.ts";
import { UNCOUNTED_REASONS, UNCOUNTED_SOURCE } from "../processes/index.ts";

/** The name of a kind of time that does not count, with its letter in the law: "Trích đo địa chính (điểm e)". */
export function uncountedName(reason: string | undefined, lang: Lang): string | undefined {
  const known = Object.entries(UNCOUNTED_REASONS).find(([key]) => key === reason)?.[1];
  if (known === undefined) return reason;
  const [name, point] =
    lang === "vi" ? [known.name, `điểm ${known.point}`] : [known.nameEn, `point ${known.point}`];
  return `${name} (${point}, ${UNCOUNTED_SOURCE})`;
}
