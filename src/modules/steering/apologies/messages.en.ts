import type { ApologyMessages } from "./messages.vi.ts";

export const en: ApologyMessages = {
  title: "Apologies to sign",
  lead: (open, late) =>
    open === 0
      ? "No case needs an apology"
      : late === 0
        ? `${open} cases are about to miss their date`
        : `${open} cases, ${late} of them late already`,
  law: "One working day before the time is up at the latest the authority apologises in writing, gives the reason and a new date; once per case (Decree 61/2018, Article 19.9). The first appointment stays in the history; late stays late.",
  owed: (due) => `Promised for ${due}`,
  reason: "Reason of the delay",
  reasonHint: "Printed on the letter to the applicant.",
  newDate: "New date",
  newDateHint: (date) => `Proposed ${date}, by the time of the steps that are left`,
  sign: "Sign the apology",
  openCase: "Open the case",
  signed: (code) =>
    `Apologised for case ${code}, with a new date. The letter stands under “Signed recently”.`,
  signedElsewhere: (code) =>
    `Apologised for case ${code}, with a new date. The letter is printed by the unit that decides or by the one-stop desk.`,
  lapsedTitle: "Late without an apology: the case has ended, nobody signed",
  due: "Due",
  endedAt: "Draft closed",
  signedTitle: "Signed recently",
  signedAt: "Signed",
  case: "Case",
  paper: "Letter",
  print: "Print the letter (form 04)",
  more: (count) => `The ${count} most urgent are shown; sign them to see the next.`,
  refused: (code) =>
    code === undefined ? "The apology could not be signed" : `Case ${code} could not be signed`,
  emptyTitle: "No apology to sign",
  empty:
    "Where one working day before the appointment there is no result, the apology drafts itself and stands here; it vanishes when the result comes in time.",
};
