import type { ActionType, CaseAction } from "../domain/case-action.ts";

/** Where the pages of one tracked case lie; each carries the secret word, as the QR code does. */
export type TrackLinks = {
  readonly page: string;
  readonly explain: string;
  readonly rate: string;
  /** Undefined where no receipt was ever printed. */
  readonly receipt: string | undefined;
};

const PRINTS_RECEIPT: readonly ActionType[] = [
  "received",
  "accepted",
  "supplement-completed",
  "procedure-changed",
];

/** The number of the action whose receipt is valid now; undefined where none was printed. */
export function lastReceipt(actions: readonly CaseAction[]): number | undefined {
  return actions.findLast((action) => PRINTS_RECEIPT.includes(action.data.type))?.seq;
}

export function trackLinks(code: string, word: string, hasReceipt: boolean): TrackLinks {
  const base = `/track/${encodeURIComponent(code)}`;
  const query = `?w=${encodeURIComponent(word)}`;
  return {
    page: `${base}${query}`,
    explain: `${base}/explain${query}`,
    rate: `${base}/rate${query}`,
    receipt: hasReceipt ? `${base}/receipt.pdf${query}` : undefined,
  };
}
