import { formatMoney, groupThousands } from "../../../kernel/money.ts";
import type { Fee, ProcedureContent } from "../../catalogue/index.ts";

/** What the catalogue asks for at the counter. */
function atCounter(content: ProcedureContent): readonly Fee[] {
  return content.fees.filter((fee) => fee.channel === undefined || fee.channel === "direct");
}

/** The amount to begin with: the only one the catalogue names. Where it names several an officer must choose. */
export function proposedFee(content: ProcedureContent): string {
  const amounts = new Set(atCounter(content).flatMap((fee) => (fee.amount ? [fee.amount] : [])));
  const [only] = amounts;
  return amounts.size === 1 && only !== undefined ? groupThousands(only) : "";
}

/** The fees in words: "Lệ phí đăng ký 100.000 đ; …". */
export function feesInWords(content: ProcedureContent): string {
  return atCounter(content)
    .map((fee) =>
      [fee.name, fee.amount === undefined ? (fee.note ?? "") : amountOf(fee.name, fee.amount)]
        .join(" ")
        .trim(),
    )
    .slice(0, 6)
    .join("; ");
}

/** "Không thu phí" needs no "0 đ" behind it. */
function amountOf(name: string, amount: number): string {
  return amount === 0 && /^(không thu|miễn)/i.test(name) ? "" : formatMoney(amount);
}
