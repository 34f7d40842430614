import type { CaseRefusal } from "./domain/refusal.ts";

/** Every "no" of this room, each saying what to do instead. */
export const refusalsEn: Record<CaseRefusal, string> = {
  "not-permitted": "Your post does not allow this. Ask somebody in your unit who holds the post that does.",
  "case-not-found": "There is no such case. Check the code, or search by name or citizen number.",
  "changed-meanwhile":
    "Somebody else just worked on this case. Look at what changed, then send again; what you typed is still here.",
  "wrong-state": "The case is in another state, so this cannot be done now. Look at its present step.",
  "case-ended": "The case has ended and takes no more work. Its story stands below.",
  "not-your-step": "This step belongs to another post or unit. Contact those who hold the case.",
  "held-by-other": "This step is assigned to somebody else. The head of the unit can assign it to you.",
  "already-assigned": "This step is assigned to that very person. Choose somebody else to reassign it.",
  "not-your-unit": "The case does not belong to your unit. Contact the one-stop desk that received it.",
  "step-has-own-action": "This step has an action of its own: approve, issue or hand over.",
  "no-earlier-step": "There is no earlier step to send it back to. Deal with it in the present step.",
  "draft-missing": "There is no draft result yet. Draft it first, or send the case back to whoever drafts.",
  "own-draft":
    "You drafted this result, so you cannot approve it in the leader's place. Leave it to the leader or to another deputy.",
  "not-approved": "The draft is not approved yet. Wait for the leader's approval, then issue.",
  "opinion-pending":
    "Another unit's opinion is awaited. You can pass on when it has come or its time has run out.",
  "opinion-unit-invalid":
    "This unit cannot be asked: it holds the case itself or has no specialist. Choose another unit.",
  "not-at-this-step": "The process does not allow this at the present step.",
  "branches-open": "Another branch of the case is not done. The result can be issued when all are.",
  "evidence-missing":
    "The next step stops the clock. Give number and date of the document by which it is sent, as evidence.",
  "evidence-in-future": "The date of the document has not come. Give one that is not after today, {detail}.",
  "evidence-before-begin":
    "The document that came back is dated before the one that was sent ({detail}). Check its date.",
  "place-missing": "It is not known in which commune the land or matter lies. Choose the commune.",
  "supplement-pending":
    "More papers have been proposed. Wait until the one-stop desk asks the applicant or declines.",
  "supplement-used":
    "The lawful number of requests for papers is used up. Decide on the papers there are, or draft a refusal with its reasons.",
  "supplement-too-late":
    "The days for asking for papers ended on {detail}. Decide on what is there, or ask a leader of the deciding unit to allow it with a reason.",
  "supplement-allowed-already": "A leader has allowed it. The request can be proposed now.",
  "supplement-lawful": "It is still within the number and days of the law; nothing needs to be allowed.",
  "supplement-not-proposed": "The deciding unit has not proposed to ask for papers. Wait for its proposal.",
  "lapse-too-early":
    "The applicant may bring the papers until the end of {detail}. End the case only after that day.",
  "proof-missing":
    "There is no proof that the applicant withdraws. Upload the signed form, or enter the word on the receipt.",
  "proof-wrong": "The word does not match the one on the receipt. Enter it again or use the signed form.",
  "apology-used": "The lawful number of apologies with a new date is used up. Finish the case.",
  "apology-not-owed":
    "No apology is owed yet: the appointment has moved, the draft comes back if need be. To apologise early, open the case.",
  "new-date-not-later":
    "The new date must be after today and after the present appointment. Choose a later one.",
  "new-date-not-working": "The new date is a day off. Choose a working day.",
  "signed-otherwise":
    "What was signed is not what the law takes silence for. Issue it, or send it back to be changed.",
  "no-appointment": "The case has no running appointment, so there is nothing to postpone.",
  "result-exists": "There is a result already, so the case cannot be withdrawn. Hand the result over.",
  "nothing-to-urge":
    "No step of an authority waits to be done, so there is nobody to urge. See the current step.",
  "urge-own-work": "Your own post holds this step. Do it, or assign it to somebody else.",
  "urge-pending":
    "This step was urged already and the answer is awaited. Without one you can urge again after a working day.",
  "no-urge": "No urging waits for an answer.",
  "already-rated": "The case is rated. Each case is rated once.",
  "procedure-not-found": "There is no such procedure or variant. Choose again from the catalogue.",
  "procedure-not-receivable":
    "Cases of this procedure cannot be received yet. Ask the procedure controller to complete it.",
  "procedure-has-no-process":
    "The procedure has no internal process. Ask the procedure controller to publish one.",
  "same-procedure": "The case is under this very procedure and variant. Choose another.",
  "unit-ended": "This unit ended in a re-organisation. Choose the unit that took over.",
  "no-successor-open":
    "No successor of this case waits to be looked at after a re-organisation. Use another action to send it on.",
  "unit-unknown": "There is no such unit. Choose one from the list.",
  "unit-cannot-decide": "This unit may not decide this procedure. Choose another unit.",
  "officer-not-in-unit": "This person does not hold the needed post in the unit. Choose one from the list.",
  "not-at-once": "This procedure is not answered at once. Receive it and set an appointment.",
  "nothing-to-accept": "There is no online case to accept here. Look at the present step.",
  "group-parent":
    "This is the case of a whole interconnected group. Do it on each member, or decide on the page of the group.",
  "group-unknown": "There is no such group of procedures, or it is not in force. Choose one of the list.",
  "group-not-one": "This is not the case of an interconnected group.",
  "group-nothing-to-decide": "No member waits for a decision. Look at the page of the group.",
  "group-decisions-missing": "Each member that is left needs a decision, close or continue, with a reason.",
  "file-empty": "The file is empty. Choose it again.",
  "file-too-large": "The file is larger than 20 MB. Scan at a lower resolution or split it.",
  "file-type-unknown": "Only PDF, JPEG, PNG, WebP or TIFF files are taken. Convert it to one of these.",
  "file-unknown": "A file named here was not stored before. Send it to /api/v1/files first.",
};
