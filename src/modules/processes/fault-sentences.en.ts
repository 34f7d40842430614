import type { FaultSentences } from "./fault-sentences.ts";

export const en: FaultSentences = {
  "no-steps": () => "The process has no steps",
  "return-missing": () => "The process has no return at the receiving desk",
  "silence-without-basis": () => "The rule of silence has no legal basis",
  "silence-without-limit": () =>
    "The rule of silence needs a limit, and the catalogue has none for the procedure; enter the limit there or leave out the rule",
  "appointments-without-payment": () =>
    "There are two appointments but no step that waits for the payment between them",
  "first-step-not-receive": (step) => `Step ${step}: the first step must be receiving at the desk`,
  "receive-twice": (step) =>
    `Step ${step}: a case is received once, in the first step; choose another kind of work for this one`,
  "step-id-invalid": (step) =>
    `Step ${step}: a code has small letters without marks, digits, dots and hyphens`,
  "step-id-twice": (step) => `Step ${step}: another step above has this code`,
  "step-without-name": (step) => `Step ${step}: it has no name`,
  "budget-invalid": (step) => `Step ${step}: its time must be whole minutes, not below zero`,
  "step-without-budget": (step) => `Step ${step}: a step that counts needs time of its own`,
  "silence-without-opinion": (step) => `Step ${step}: only an opinion can be given by silence`,
  "post-not-in-unit": (step) => `Step ${step}: this unit has no such post (desk officers work at desks)`,
  unreachable: (step) => `Step ${step}: no way leads to it`,
  "dead-end": (step) => `Step ${step}: the process ends here without a return`,
  "goes-on-after-return": (step) => `Step ${step}: nothing may follow the return`,
  loop: (step) => `Step ${step}: it leads back to itself; sending back is an action, not a way`,
  "too-few-branches": (step) => `Step ${step}: it branches, but into too few branches`,
  "branch-without-join": (step) => `Step ${step}: a parallel branch ends without its join`,
  "branches-share-step": (step) => `Step ${step}: it lies on two parallel branches`,
  "uncounted-in-branch": (step) =>
    `Step ${step}: the clock of a case cannot stand still for one branch alone`,
  "decision-in-branch": (step) => `Step ${step}: approval and issue cannot lie in a parallel branch`,
  "return-before-issue": (step) => `Step ${step}: on some way the result is returned before it is issued`,
  "issue-before-approval": (step) => `Step ${step}: on some way the result is issued before it is approved`,
  "needs-draft": (step) =>
    `Step ${step}: on some way nobody has drafted the result before; add a step before it where a specialist works on the case and may draft the result`,
  "work-after-issue": (step) =>
    `Step ${step}: once the result is issued only its return is left; move this step before the issue`,
  "payment-after-receipt": (step) =>
    `Step ${step}: a case that was only just received cannot wait for a payment; add a step of work between the two`,
  "post-cannot-do-work": (step, post, work, posts) =>
    `Step ${step}: the post ${post} cannot do “${work}”; choose ${posts}`,
  "subprocess-unnamed": (step) => `Step ${step}: no procedure was chosen`,
  "unknown-target": (step, target) => `Step ${step}: it leads to step ${target}, which is not there`,
  "branch-entered": (step, target) =>
    `Step ${step}: it leads into the middle of a parallel branch (step ${target})`,
  "join-is-branch": (step, target) =>
    `Step ${step}: step ${target} is both a branch and the step that waits for all branches; take it out of the branches`,
  "branch-twice": (step, target) =>
    `Step ${step}: the branch to step ${target} is named twice; keep one of them`,
  "condition-misfit": (step, fact) =>
    `Step ${step}: the condition on “${fact}” has no value or one of the wrong kind`,
  "condition-value-unknown": (step, fact, value, known) =>
    `Step ${step}: no case has the ${fact} “${value}”; put another value (${known})`,
  "condition-never-asked": (step, condition) =>
    `Step ${step}: the condition “${condition}” is never chosen, since those above it take all its cases; change it or leave it out`,
  "subprocess-unknown": (step, code) => `Step ${step}: procedure ${code} has no process in force`,
  "subprocess-recursive": (step, code) => `Step ${step}: the process of procedure ${code} contains itself`,
  "subprocess-empty": (step, code) =>
    `Step ${step}: the process of procedure ${code} has nothing between receipt and return; publish that process anew`,
  "subprocess-may-return": (step, code) =>
    `Step ${step}: the process of procedure ${code} may return by a condition and so cannot stand here; publish it anew with one step that all its ways come to before the return`,
  "subprocess-branches": (step, code) =>
    `Step ${step}: the process of procedure ${code} branches right behind its receipt and so cannot stand here; publish it anew with a step before it branches`,
  "unit-unknown": (step, code) => `Step ${step}: no unit with the code ${code} exists; choose another`,
  "unit-ended": (step, code, successor) =>
    `Step ${step}: the unit ${code} has ended; put ${successor} in its place, which took over its work`,
  "over-limit": (minutes, limit, channel) =>
    channel === undefined
      ? `The longest way takes ${minutes}, more than the limit of ${limit}; shorten its steps`
      : `Cases that come by this channel (${channel}): the longest way takes ${minutes}, more than their limit of ${limit}; shorten its steps or branch by the channel`,
  "appointments-over-limit": (limit, channel) =>
    `Both appointments together are longer than the limit of ${limit}${channel === undefined ? "" : ` of cases that come by this channel (${channel})`}; shorten them`,
  "appointment-uncountable": (part) =>
    `Appointment ${part}: no date can be counted by this limit; put whole days or months, or hours or working days`,
  "over-appointment": (minutes, limit, part) =>
    `Appointment ${part} takes ${minutes}, more than ${limit}; shorten its steps`,
};
