import type { Lang } from "../../kernel/time.ts";
import type { ActionData, ActionType } from "./domain/case-action.ts";

/**
 * How an act in an absent officer's stead is marked. Forms of signing ("KT.", "TUQ.", "TL.") differ by rank and by
 * decision, so the program says neutrally what happened; an installation that knows its form changes it here.
 */
const ORDINARY = { vi: "thay", en: "in place of" } as const;
const BY_ACTION: Partial<Record<ActionType, Readonly<Record<Lang, string>>>> = {
  "result-approved": { vi: "ký thay", en: "signed in place of" },
  apologised: { vi: "ký thay", en: "signed in place of" },
  stopped: { vi: "ký thay", en: "signed in place of" },
};

/** "ký thay Nguyễn Văn A", to stand behind the name of whoever acted. */
export function inPlaceWords(lang: Lang, data: ActionData, name: string): string {
  return `${(BY_ACTION[data.type] ?? ORDINARY)[lang]} ${name}`;
}
