import type { CaseAction } from "../domain/case-action.ts";
import { evolve, replay } from "../domain/evolve.ts";
import { receiptForm } from "../forms/mau-01-receipt.ts";
import { supplementRequestForm } from "../forms/mau-02-supplement-request.ts";
import { refusalForm } from "../forms/mau-03-refusal.ts";
import { apologyForm } from "../forms/mau-04-apology.ts";
import { stopNoticeForm } from "../forms/mau-05-stop-notice.ts";
import { apologyData, refusalData, stopData, supplementData } from "./notice-data.ts";
import { type PaperForm, paperFormOf } from "./paper-form.ts";
import type { PaperNames } from "./paper-names.ts";
import { receiptData, type Tracking } from "./receipt-data.ts";

/** A paper ready to be printed. */
export type CasePaper = { readonly form: PaperForm; print(): Promise<Uint8Array> };

/**
 * The paper of the action with this number; undefined where there is no such action or it prints none. Everything on
 * it comes from the actions up to that one, so that the same action always gives the same paper.
 */
export function paperOf(
  actions: readonly CaseAction[],
  seq: number,
  names: PaperNames,
  tracking: Tracking,
): CasePaper | undefined {
  const action = actions[seq - 1];
  const form = action && paperFormOf(action.data.type);
  if (action === undefined || form === undefined) return undefined;
  const print = printerOf(action, actions.slice(0, seq - 1), names, tracking);
  return print && { form, print };
}

function printerOf(
  action: CaseAction,
  earlier: readonly CaseAction[],
  names: PaperNames,
  tracking: Tracking,
): (() => Promise<Uint8Array>) | undefined {
  const before = earlier.length === 0 ? undefined : replay(earlier);
  const after = evolve(before, action);
  const { data } = action;
  switch (data.type) {
    case "received":
    case "accepted":
    case "supplement-completed":
    case "procedure-changed":
      return () => receiptForm(receiptData(action, after, names, tracking));
    case "supplement-requested":
      return () => supplementRequestForm(supplementData(action, data, after, names));
    case "refused":
    case "supplement-lapsed":
      return () => refusalForm(refusalData(action, data, after, names));
    case "apologised":
      return before && (() => apologyForm(apologyData(action, data, before, names)));
    case "withdrawn":
    case "stopped":
      return () => stopNoticeForm(stopData(action, data, after, names));
    default:
      return undefined;
  }
}
