import type { UnsureMessages } from "./unsure-messages.vi.ts";

export const unsureEn: UnsureMessages = {
  title: "Cases whose unit needs a look",
  lead: "The rule was not certain which successor these cases belong to. Choose the right unit, or the present one to confirm it. Looking at this page is logged.",
  back: "The re-organisation",
  none: "No case needs a look any more",
  noneHint: "Every case has a clear unit.",
  address: "Address of the applicant",
  noAddress: "not given",
  from: "Before",
  now: "Lies in",
  why: "Why",
  what: "What",
  whole: "Who decides the case",
  step: "Only the work that waits in this unit, such as an opinion; who decides stays",
  unit: "Right successor",
  reason: "Grounds",
  send: "Send on or confirm",
  done: (code) => `The unit of case ${code} is noted.`,
  missing: "Choose the unit and give the grounds.",
  words: {
    "part-unknown": "The old unit was split and the address does not say which part",
    "residence-unknown": "The address does not say which commune",
  },
};
