import type { Fee } from "./procedure.ts";

/**
 * An amount that cannot be meant in đồng: the national catalogue writes some fees in thousands ("100" for 100.000 đ) and
 * some in dollars. Such an amount is shown as it came, never as money, until the province confirms its own.
 */
export const isDoubtfulFee = (fee: Fee): boolean =>
  fee.amount !== undefined && fee.amount > 0 && fee.amount < 1000;
