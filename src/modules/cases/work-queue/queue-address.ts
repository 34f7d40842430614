import { z } from "zod";
import { isUuid } from "../../../kernel/ids.ts";
import { given } from "../verb.ts";
import { QUEUE_TABS, type QueueFilter } from "./work-queue.query.ts";

export const QUEUE_URL = "/officer";
const PAGE = 50;
const WORKS = [
  "receive",
  "process",
  "review",
  "approve",
  "issue",
  "return",
  "opinion",
  "ask-supplement",
  "await-supplement",
  "await-payment",
] as const;

/** The kinds of work by which a queue can be filtered. */
export const QUEUE_WORKS = WORKS;

const Query = z.object({
  tab: z.enum(QUEUE_TABS).catch("mine"),
  field: z.string().max(200).min(1).optional().catch(undefined),
  work: z.enum(WORKS).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

/** The filter in the address of a queue page; what cannot be read counts as not said. */
export function queueFilterOf(query: unknown): QueueFilter {
  const { tab, field, work, after } = Query.parse(query);
  return {
    tab,
    ...given("field", field),
    ...given("work", work),
    ...given("after", after === undefined ? undefined : cursorOf(after)),
    limit: PAGE,
  };
}

/** The address of a queue page. */
export function queueHref(filter: Omit<QueueFilter, "limit">): string {
  const query = new URLSearchParams();
  if (filter.tab !== "mine") query.set("tab", filter.tab);
  if (filter.field !== undefined) query.set("field", filter.field);
  if (filter.work !== undefined) query.set("work", filter.work);
  if (filter.after !== undefined) query.set("after", `${filter.after.due}.${filter.after.caseId}`);
  const text = query.toString();
  return text === "" ? QUEUE_URL : `${QUEUE_URL}?${text}`;
}

function cursorOf(text: string): QueueFilter["after"] {
  const [due = "", caseId = ""] = text.split(".");
  return /^\d{1,15}$/.test(due) && isUuid(caseId) ? { due: Number(due), caseId } : undefined;
}
