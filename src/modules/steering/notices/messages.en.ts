import type { NoticeMessages } from "./messages.vi.ts";

export const en: NoticeMessages = {
  title: "Reminders",
  lead: (unread) => (unread === 0 ? "Nothing unread" : `${unread} unread`),
  caption: "Reminders, unread first",
  what: "Reminder",
  case: "Case",
  due: "Step due",
  at: "When",
  open: "Open the case",
  unread: "unread",
  done: "done",
  noAccess: "The case lies with another unit",
  markChosen: "Mark as read",
  markAll: "Mark all as read",
  marked: (count) => `${count} marked as read.`,
  shown: (count) => `${count} on this page`,
  emptyTitle: "No reminders",
  empty:
    "When a step has used 50, 80 or 100% of its time, when a leader urges, or when an apology is owed, it is said here, once.",
  used: (percent, work) => `${percent}% of the time for the step ${work} is used`,
  usedUp: (work) => `The time for the step ${work} is used up`,
  late: (work, amount) => `The step ${work} is more than ${amount} late`,
  urged: (work) => `A leader urges the step ${work}: an answer is owed`,
  silence: "The time is nearly over: without an answer the result comes by law",
  apology: "An apology with a new date is owed",
};
