import { formatMoney } from "../../kernel/money.ts";
import { dueCauses } from "./due-causes.ts";
import type { StoryTexts } from "./story.ts";

/** What happened to a case, as its timeline tells it. */
export const storyEn: StoryTexts = {
  registered: () => "A new case was registered",
  received: (data) => (data.channel === "postal" ? "Received by public post" : "Received at the desk"),
  refused: () => "Refused at the desk",
  "passed-on": () => "Passed on to the next step",
  "sent-back": () => "Sent back to the step before",
  assigned: (data, names) => `Assigned to ${names.officer(data.officerId)}`,
  "opinion-asked": (data, names) =>
    `Asked the opinion of ${names.unit(data.unitId)}, answer due ${names.moment(data.answerDueAt)}`,
  "opinion-given": (data) =>
    ({
      agree: "Opinion given: agrees",
      disagree: "Opinion given: does not agree",
      comment: "Opinion given",
    })[data.opinion],
  "supplement-proposed": () => "Proposed to ask the applicant for more papers",
  "supplement-declined": () => "Declined the proposal to ask for more papers",
  "supplement-requested": () => "Asked the applicant for more papers; the clock stands still",
  "supplement-completed": () => "The missing papers have come; the time is counted anew",
  "supplement-lapsed": () => "The papers did not come in time; not accepted",
  "financial-duty-noted": (data) =>
    `Financial duty noted: ${data.name}, ${formatMoney(data.amount)}; the clock stands still`,
  "financial-duty-paid": () => "Proof of payment received; the clock goes on",
  withdrawn: () => "Withdrawn by the applicant",
  stopped: () => "The case was stopped",
  "procedure-changed": (data) => `Moved to the right procedure: ${data.matter.procedureName}`,
  "result-drafted": (data) =>
    `${data.draft.kind === "granted" ? "Result drafted" : "Refusal drafted"}: ${data.draft.title}`,
  "result-approved": () => "Result approved",
  "result-issued": (data) => `${data.kind === "granted" ? "Result" : "Refusal"} issued, No. ${data.number}`,
  "result-recalled": () => "Result recalled for correction",
  "due-recomputed": (data, names) =>
    `The working calendar changed (${dueCauses(data.causes, "en")}); the date was counted again: from ${names.moment(data.oldDueAt)} to ${names.moment(data.newDueAt)}`,
  "handed-to-successor": (data, names) =>
    data.units.length === 0
      ? `The deciding unit was confirmed after the re-organisation by ${data.decision}`
      : `Units re-organised by ${data.decision}: ${data.units.map(({ from, to }) => `${names.unit(from)}, now ${names.unit(to)}`).join("; ")}`,
  apologised: (data, names) => `Apologised and promised ${names.moment(data.newDueAt)}`,
  "handed-over": (data) => `Handed over to ${data.collector.name}`,
  urged: () => "Urged by a leader",
  "urge-answered": () => "Answered the urging",
  rated: (data) =>
    ({ satisfied: "Rated: satisfied", neutral: "Rated: neutral", unsatisfied: "Rated: not satisfied" })[
      data.rating.overall
    ],
};
