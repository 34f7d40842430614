import { acceptCase } from "./accept-case/accept-case.ts";
import { allowSupplement } from "./allow-supplement/allow-supplement.ts";
import { answerUrge } from "./answer-urge/answer-urge.ts";
import { apologise } from "./apologise/apologise.ts";
import { approveResult } from "./approve-result/approve-result.ts";
import { askOpinion } from "./ask-opinion/ask-opinion.ts";
import { assign } from "./assign/assign.ts";
import { completeSupplement } from "./complete-supplement/complete-supplement.ts";
import { confirmPayment } from "./confirm-payment/confirm-payment.ts";
import { declineSupplement } from "./decline-supplement/decline-supplement.ts";
import { draftResult } from "./draft-result/draft-result.ts";
import { endWait } from "./end-wait/end-wait.ts";
import { giveOpinion } from "./give-opinion/give-opinion.ts";
import { handOver } from "./hand-over/hand-over.ts";
import { issueResult } from "./issue-result/issue-result.ts";
import { lapseSupplement } from "./lapse-supplement/lapse-supplement.ts";
import { noteFinancialDuty } from "./note-financial-duty/note-financial-duty.ts";
import { passOn } from "./pass-on/pass-on.ts";
import { proposeSupplement } from "./propose-supplement/propose-supplement.ts";
import { recallResult } from "./recall-result/recall-result.ts";
import { refuseRegistered } from "./refuse-registered/refuse-registered.ts";
import { requestSupplement } from "./request-supplement/request-supplement.ts";
import { sendBack } from "./send-back/send-back.ts";
import { stopCase } from "./stop-case/stop-case.ts";
import { urge } from "./urge/urge.ts";
import { withdraw } from "./withdraw/withdraw.ts";

/** Everything an officer can do to an existing case, in the order in which the screen offers it. */
export const VERBS = [
  answerUrge,
  acceptCase,
  passOn,
  draftResult,
  approveResult,
  issueResult,
  handOver,
  requestSupplement,
  declineSupplement,
  completeSupplement,
  lapseSupplement,
  confirmPayment,
  endWait,
  giveOpinion,
  askOpinion,
  proposeSupplement,
  allowSupplement,
  noteFinancialDuty,
  sendBack,
  assign,
  urge,
  apologise,
  recallResult,
  refuseRegistered,
  withdraw,
  stopCase,
] as const;

export type VerbName =
  | "answer-urge"
  | "urge"
  | "pass-on"
  | "draft-result"
  | "approve"
  | "issue"
  | "hand-over"
  | "request-supplement"
  | "decline-supplement"
  | "complete-supplement"
  | "lapse-supplement"
  | "confirm-payment"
  | "end-wait"
  | "give-opinion"
  | "ask-opinion"
  | "propose-supplement"
  | "accept"
  | "refuse-registered"
  | "allow-supplement"
  | "note-financial-duty"
  | "send-back"
  | "assign"
  | "apologise"
  | "recall-result"
  | "withdraw"
  | "stop";
