import type { RateMessages } from "./messages.vi.ts";

export const en: RateMessages = {
  title: "Rate how this case was handled",
  lead: "The first question is enough; the others are optional. Your answers are kept with the case; the authority can read them.",
  overall: "All in all, are you satisfied?",
  overallOptions: { satisfied: "Satisfied", neutral: "Neither", unsatisfied: "Not satisfied" },
  overallMissing: "Choose how satisfied you are.",
  questions: {
    time: {
      label: "Was the result earlier or later than promised?",
      answers: ["Earlier", "On the day", "Later"],
    },
    attitude: {
      label: "How were you treated?",
      answers: ["Politely and with care", "So so", "Not properly"],
    },
    guidance: {
      label: "How often did you have to come back to complete your papers?",
      answers: ["Never", "Once", "More than once"],
    },
    papers: {
      label: "How many other offices did you have to go to for papers?",
      answers: ["None", "One", "More than one"],
    },
    publicity: {
      label: "Was it easy to find out about this procedure?",
      answers: ["Both on the notice board and online", "In one of the two places", "Nowhere"],
    },
  },
  comment: "Anything else",
  commentHint: "Please give no card numbers or names of others.",
  tooLong: "Too long: 4,000 signs at most.",
  invalid: "Choose one of the answers.",
  submit: "Send",
  thanksTitle: "Thank you",
  thanks:
    "Your answers are part of the case now and count in the evaluation of the authority. A case is rated once.",
  alreadyTitle: "This case has been rated",
  already: "A case is rated once, so nothing more can be sent. If something is wrong you may complain.",
  earlyTitle: "Too early to rate",
  early: "You can rate once you have the result. Open this page again then, with the same QR code.",
  neverTitle: "This case is not rated",
  never: "Only cases whose result was handed over are rated. If something is wrong you may complain.",
  changed: "The case has just changed. Please send again; your answers are still here.",
  back: "Back to the case",
};
