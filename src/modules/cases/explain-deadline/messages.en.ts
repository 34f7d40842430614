import type { ExplainMessages } from "./messages.vi.ts";

export const en: ExplainMessages = {
  title: "Why this date?",
  lead: (due) => `Result promised for ${due}.`,
  leadPaused: "The time limit stands still, so there is no date now. Below is how it was counted so far.",
  leadNone: "This procedure has no date of return.",
  first: (due) => `The first date, ${due}, stays on record.`,
  renewed: (due) =>
    `The authority apologised and named ${due}; whether it is late is still judged by the date before.`,
  renewedPassed: (named, due) =>
    `The authority apologised and named ${named}; the lawful date was counted again since then and lies after it: it is ${due} now.`,
  agrees: "Counted again just now, day by day, by the rules: it is the date that was promised.",
  disagreesTitle: "The promised date differs from the one counted again",
  disagrees: (stored, again) =>
    `Promised: ${stored}. Counted again: ${again}. This must not happen: please tell the desk that received the case.`,
  noDate: "none",
  counted: {
    started: (moment) => `Counted from receipt, ${moment}`,
    restarted: (moment) => `Counted anew once the missing papers had come, ${moment}`,
    "re-measured": (moment) => `Put under the right procedure, still counted from the first day, ${moment}`,
    second: (moment) => `Second appointment, counted from the proof of payment, ${moment}`,
  },
  appointment: { 1: "first appointment, ", 2: "second appointment, " },
  firstAppointment: {
    early: (moment, owed) =>
      `The first appointment (${owed}) ended at ${moment} with the notice of what is to be paid: early.`,
    "on-time": (moment, owed) =>
      `The first appointment (${owed}) ended at ${moment} with the notice of what is to be paid: on time.`,
    late: (moment, owed) =>
      `The first appointment (${owed}) ended at ${moment} with the notice of what is to be paid: late, and it stays late whatever becomes of the second.`,
  },
  uncounted: (moment, reason) => `Stopped from ${moment}: ${reason}. This time does not count.`,
  uncountedOther: "awaiting another body",
  sentBy: (number, date) => `Sent by document ${number}${date === undefined ? "" : ` of ${date}`}.`,
  cameBy: (number, date) => `Came back with document ${number}${date === undefined ? "" : ` of ${date}`}.`,
  basis: (limit, rules, calendar) =>
    `Time limit: ${limit}. Rules: ${rules}. Working calendar: version ${calendar}.`,
  ofChannel: (channel, procedure, version) =>
    `This is the limit of cases filed by this channel (${channel}): version ${version} of procedure ${procedure} in the catalogue gives it a time of its own.`,
  extra: (days) => ` plus ${days} working days for mountain communes`,
  capped: (limit, from, due, own) =>
    `The whole group must be done within ${limit} from ${from}, which is ${due}. That is before ${own}, the date of this procedure alone, so ${due} was promised.`,
  noAppointment: "The procedure has no time limit, so no date was named.",
  paused: {
    supplement: (moment) => `Stood still from ${moment}: missing papers. The days of waiting do not count.`,
    "financial-duty": (moment) =>
      `Stood still from ${moment}: a payment was due. The days of waiting do not count.`,
  },
  missed: (due) => `By then the date of ${due} had passed: the case stays late although it is counted anew.`,
  resumed: (moment, left, due) => `Went on from ${moment} with ${left} left as before the pause: ${due}.`,
  recomputed: (moment) => `Counted again because the working calendar changed, ${moment}`,
  recomputedWhy: (what, before, after) =>
    `${what}. The date went from ${before} to ${after}; the old one stays in the story.`,
  redated: (moment, owed, due) => `${moment}: the authority apologised for missing ${owed} and named ${due}.`,
  reopened: (moment, due) => `The result was taken back to be corrected, ${moment}; the date stays ${due}.`,
  ended: (moment) => `The time limit ended, ${moment}.`,
  columns: { date: "Day", what: "How it counts" },
  yes: (number) => `Day ${number}`,
  yesExtra: (number) => `Extra day ${number} for mountain communes`,
  no: (why) => `Not counted: ${why}`,
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  why: {
    received: {
      started: (clock) => `Received at ${clock}`,
      restarted: (clock) => `The missing papers came at ${clock}`,
      "re-measured": (clock) => `Received at ${clock}`,
      second: (clock) => `The proof of payment came at ${clock}`,
    },
    "first-day-not-counted": "the first day of a time limit",
    "cut-off": (clock) => `Received from ${clock} on: counted from the next working day`,
    "answer-day": "The first working day after the receipt: answered on this day",
    computed: "by the law alone, no official schedule is known yet",
    "weekly-rest": "weekly day of rest",
    holiday: (name) => name,
    fraction: (time) => `The fraction of the limit: ${time}`,
    hours: (time) => `${time} from the moment of receipt`,
    "calendar-days": (number) => `${number} days on, days of rest included`,
    months: (number) => `${number} ${number === 1 ? "month" : "months"} on`,
    "moved-to-working-day": "The last day is a day of rest: the next working day",
    "same-day": (clock) => `Received before ${clock}: answered the same day`,
    due: (clock) => `Result promised for ${clock}`,
  },
  daysAndHours: (days, hours, minutes) =>
    `${[days === 0 ? "" : `${days} d`, hours === 0 ? "" : `${hours} h`, minutes === 0 ? "" : `${minutes} min`]
      .filter(Boolean)
      .join(" ")} of working time`,
  caption: "Day by day",
  back: "Back to the case",
};
