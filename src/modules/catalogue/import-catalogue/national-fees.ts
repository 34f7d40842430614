import { isDoubtfulFee } from "../domain/doubtful-fee.ts";
import type { Channel, Fee } from "../domain/procedure.ts";
import type { Doubt } from "./doubt.ts";
import type { NationalChannel } from "./national-record.ts";

export const CHANNELS = { DIRECT: "direct", POSTAL: "postal", ONLINE: "online" } as const satisfies Record<
  NationalChannel["method"],
  Channel
>;

/** The catalogue gives no name of its own to a fee. */
const NAME = "Phí, lệ phí";
const NOTHING =
  /^(không|không có|không thu|không quy định|không phải nộp|miễn( phí| lệ phí)?|0( ?đ(ồng)?| ?vnđ)?)\.?$/i;

/**
 * Fees as given, those of all channels once. Nought with a note that says more is no amount: the note decides.
 * Amounts below 1.000 đồng are kept and doubted.
 */
export function nationalFees(channels: readonly NationalChannel[]): {
  readonly fees: readonly Fee[];
  readonly doubts: readonly Doubt[];
} {
  const methods = new Set(channels.map((channel) => channel.method));
  const byText = new Map<string, { fee: Fee; methods: Set<NationalChannel["method"]> }>();
  for (const { method, fees } of channels)
    for (const given of fees) {
      const fee = feeOf(given);
      const key = `${fee.amount} ${(fee.note ?? "").replace(/[.;\s]+$/, "")}`;
      const found = byText.get(key) ?? { fee, methods: new Set() };
      found.methods.add(method);
      byText.set(key, found);
    }
  const fees = [...byText.values()].flatMap(({ fee, methods: own }) =>
    own.size === methods.size ? [fee] : [...own].map((method) => ({ ...fee, channel: CHANNELS[method] })),
  );
  const doubts = [...byText.values()]
    .filter(({ fee }) => isDoubtfulFee(fee))
    .map(({ fee }): Doubt => ({ field: "fees", reason: "fee-too-small", value: fee }));
  return { fees, doubts };
}

function feeOf({ vnd, note }: { readonly vnd: string; readonly note: string }): Fee {
  const amount = /^\d{1,13}$/.test(vnd) ? Number(vnd) : undefined;
  const saysMore = note !== "" && !NOTHING.test(note);
  return {
    name: NAME,
    ...(amount === undefined || (amount === 0 && saysMore) ? {} : { amount }),
    ...(saysMore ? { note } : {}),
  };
}
