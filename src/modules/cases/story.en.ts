import { formatMoney } from "../../kernel/money.ts";
import { formatDate } from "../../kernel/time.ts";
import { isFailure } from "./domain/group.ts";
import { dueCauses } from "./due-causes.ts";
import type { StoryTexts } from "./story.ts";

/** What happened to a case, as its timeline tells it. */
export const storyEn: StoryTexts = {
  registered: (data) =>
    data.channel === "online" ? "Filed online, waits to be accepted" : "A new case was registered",
  received: (data) => (data.channel === "postal" ? "Received by public post" : "Received at the desk"),
  accepted: (data) =>
    data.owedSinceAt === undefined ? "Accepted; the clock starts" : "Accepted late; the clock starts",
  refused: () => "Refused at the desk",
  "passed-on": () => "Passed on to the next step",
  "sent-back": () => "Sent back to the step before",
  assigned: (data, names) => {
    const to = `Assigned to ${names.officer(data.officerId)}`;
    if (data.why === undefined) return to;
    if (data.why.kind === "left-post")
      return `${to}, since ${names.officer(data.why.officerId)} left the post`;
    return data.why.automatic ? `${to}, shared by load by the system` : `${to}, shared by load`;
  },
  released: (data, names) =>
    data.why.kind === "left-post"
      ? `Back to the common queue, since ${names.officer(data.why.officerId)} left the post`
      : "Back to the common queue",
  "opinion-asked": (data, names) =>
    `Asked the opinion of ${names.unit(data.unitId)}, answer due ${names.moment(data.answerDueAt)}${data.silenceBasis === undefined ? "" : `; silence is consent (${data.silenceBasis})`}`,
  "opinion-given": (data) =>
    ({
      agree: "Opinion given: agrees",
      disagree: "Opinion given: does not agree",
      comment: "Opinion given",
    })[data.opinion],
  "opinion-silent": (data) =>
    data.consent
      ? "No opinion came within its term: by the rule that is consent"
      : "No opinion came within its term: the case goes on without",
  "wait-ended": (data) =>
    `What was awaited has come: document ${data.evidence.number} of ${formatDate(data.evidence.date)}`,
  "supplement-proposed": () => "Proposed to ask the applicant for more papers",
  "supplement-declined": () => "Declined the proposal to ask for more papers",
  "supplement-allowed": () => "A leader allowed asking for papers beyond the rule",
  "supplement-requested": (data) =>
    data.overriddenBy === undefined
      ? "Asked the applicant for more papers; the clock stands still"
      : "Asked the applicant for more papers beyond the rule, as a leader allowed; the clock stands still",
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
  "decided-by-silence": (data) =>
    `The time passed without an answer: ${data.kind === "granted" ? "granted" : "refused"} by law, No. ${data.number}`,
  "group-progressed": (data) =>
    data.members.some(({ status }) => isFailure(status))
      ? "A member failed; closing or continuing must be decided"
      : "Members of the group moved on",
  "group-decided": (data) =>
    `Decided on the group: ${data.decisions.filter((one) => one.decision === "continue").length} go on, ${data.decisions.filter((one) => one.decision === "close").length} are closed`,
  "group-completed": (data) =>
    `The group is complete: ${data.withResult} with a result, ${data.without} without`,
  "result-recalled": () => "Result recalled for correction",
  "due-recomputed": (data, names) =>
    `The working calendar changed (${dueCauses(data.causes, "en")}); ${data.of === undefined ? "the date" : "the time to accept the case"} was counted again: from ${names.moment(data.oldDueAt)} to ${names.moment(data.newDueAt)}`,
  "process-moved": (data) =>
    `The case goes on by version ${data.toVersion} of its process; the appointment stays as it was`,
  "handed-to-successor": (data, names) =>
    data.units.length === 0
      ? `The deciding unit was confirmed after the re-organisation by ${data.decision}`
      : `Units re-organised by ${data.decision}: ${data.units.map(({ from, to }) => `${names.unit(from)}, now ${names.unit(to)}`).join("; ")}`,
  apologised: (data, names) =>
    `${data.owedSinceAt === undefined ? "Apologised" : "Apologised late"} and promised ${names.moment(data.newDueAt)}`,
  "handed-over": (data) => `Handed over to ${data.collector.name}`,
  urged: () => "Urged by a leader",
  "urge-answered": () => "Answered the urging",
  rated: (data) =>
    ({ satisfied: "Rated: satisfied", neutral: "Rated: neutral", unsatisfied: "Rated: not satisfied" })[
      data.rating.overall
    ],
};
