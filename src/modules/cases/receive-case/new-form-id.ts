import { randomBytes } from "node:crypto";
import { isUuid, uuidv7 } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";

/** The number that a blank form carries and its case will have: sent twice, it is still one case. */
export const newFormId = (now: Instant): string => uuidv7(now, randomBytes(10));

/** The number of a form in an address, where there is a proper one. */
export function formIdOf(query: unknown): string | undefined {
  return typeof query === "string" && isUuid(query) ? query : undefined;
}
