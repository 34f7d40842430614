import type { Instant } from "../../kernel/time.ts";
import type { Db } from "./db.ts";
import { type NewNotice, openNotices, settleNotices } from "./notice-store.ts";

const PAGE = 500;

/**
 * Settles those open notices about the appointments of cases, or about silence, that would not be given now: the case is
 * done, its date is another, or somebody else must hear.
 * @param wanted the notices that these cases ask for now.
 */
export async function settleOthers(
  db: Db,
  about: "appointments" | "silence",
  now: Instant,
  wanted: (caseIds: readonly string[]) => Promise<readonly NewNotice[]>,
): Promise<void> {
  for (let page = await openNotices(db, about, 0, PAGE); page.length > 0; ) {
    const said = new Set((await wanted([...new Set(page.map((notice) => notice.caseId))])).map(keyOf));
    const others = page.filter((notice) => !said.has(keyOf(notice)));
    await settleNotices(
      db,
      others.map((notice) => notice.id),
      now,
    );
    const last = page.at(-1);
    page = page.length < PAGE || last === undefined ? [] : await openNotices(db, about, last.id, PAGE);
  }
}

const keyOf = ({ caseId, ruleCode }: Pick<NewNotice, "caseId" | "ruleCode">) => `${caseId} ${ruleCode}`;
