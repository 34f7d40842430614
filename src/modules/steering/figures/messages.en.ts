import type { FiguresMessages } from "./messages.vi.ts";

export const en: FiguresMessages = {
  title: "On time or late: public figures",
  lead: "Two ways of counting side by side: the official formula of index 766, and by the promise made to the applicant.",
  asOf: (moment) => `Figures of the whole province at ${moment}`,
  caption: "On-time rate by both ways of counting",
  period: "Period",
  periods: { today: "Today", month: "This month", year: "This year" },
  official: "Formula 766",
  honest: "Promise kept",
  difference: "Difference",
  points: (points) => `${points} points`,
  base: (count) => `of ${count} cases`,
  none: "none yet",
  classesTitle: "What really became of the cases",
  class: "Outcome",
  classes: {
    early: "Finished early",
    "on-time": "Finished on time",
    late: "Late",
    "re-dated": "Apologised for, new date",
    "accepted-late": "Filed online, accepted late",
    "many-supplements": "Papers asked for more than once",
    withdrawn: "Withdrawn by the applicant",
    stopped: "Stopped, or refused after acceptance",
    running: "In work, within its time or paused",
    "no-date": "Procedure without a date",
  },
  coveredTitle: "Why the two differ",
  coveredLead:
    "Formula 766 also calls these cases on time, although their applicants have no result by the date first promised:",
  covered: (name, today, month, year) => `${name}: today ${today}, this month ${month}, this year ${year}`,
  coveredNone: "There is no such case this year.",
  unacceptedTitle: "Filed online and not accepted in time",
  unacceptedLead:
    "What is filed online must be answered within 8 working hours. A case that was not accepted has no appointment yet and is in neither rate; how many there are stands here.",
  unacceptedWaiting: (count) => `Waiting beyond 8 working hours: ${count} cases`,
  unacceptedRefused: ([today = "", month = "", year = ""]) =>
    `Refused when the 8 hours had passed: today ${today}, this month ${month}, this year ${year}`,
  methodTitle: "How the figures are made",
  method: [
    "Formula 766 (Decision 766/QĐ-TTg): on time when the end of processing, less the time spent waiting for papers, is not after the appointment in force, a new date included. The end is the finishing, else the return, else the stopping, refusal or withdrawal of an accepted case. A date counted anew after the papers came has the waiting in it, so that nothing is taken off again. A case that awaits papers ends with the request; more than one request, or one after the appointment, is overdue. An open case is compared with the end of the period, here this moment.",
    "Promise kept: only a result not after the lawful appointment counts as kept; a new date after an apology does not undo lateness. Rate = (early + on time) / (early + on time + late + new date + accepted late + papers asked for more than once). An online case that was accepted after more than eight working hours began its time late and does not count as kept, even where it met that date. Withdrawn, stopped and running cases are named apart and are not in the rate.",
    "Each period holds the cases that ended in it and all that are open. Procedures without a date are in neither rate.",
    "The figures come from the history of each case, which nobody can change; they hold no personal data.",
  ],
};
