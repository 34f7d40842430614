import type { VNode } from "preact";
import { formatMoney, groupThousands } from "../../../kernel/money.ts";
import type { Lang } from "../../../kernel/time.ts";
import { formatTimeLimit, type TimeLimit } from "../../../kernel/time-limit.ts";
import { isDoubtfulFee } from "../domain/doubtful-fee.ts";
import { CHANNELS } from "../domain/limit-for.ts";
import type { Channel, Fee, LimitByChannel, Paper, Variant } from "../domain/procedure.ts";
import { channelLines, levelNames, textsOf, timeLines } from "../texts.ts";

type ValueProps = { readonly lang: Lang; readonly field: string; readonly value: unknown };

/** Letters that stand open in a cell. */
const OPEN = 320;

/** A value of a content as people read it; long texts open with a tap. */
export function Value({ lang, field, value }: ValueProps): VNode {
  const lines = valueLines(lang, field, value);
  if (lines.length === 0) return <span class="soft">{textsOf(lang).imports.nothing}</span>;
  const body = lines.map((line, index) => <p key={`${index} ${line.slice(0, 20)}`}>{line}</p>);
  if (lines.join("").length <= OPEN) return <>{body}</>;
  return (
    <details class="explain">
      <summary>{`${lines.join(" ").slice(0, 120)}…`}</summary>
      <div>{body}</div>
    </details>
  );
}

/** The values come from our own versions, so their shape is that of ProcedureContent. */
function valueLines(lang: Lang, field: string, value: unknown): readonly string[] {
  if (value === undefined || value === null || value === "") return [];
  // A doubt may be about words where the content has a structure, such as an agency under "levels".
  if (typeof value === "string" && field !== "state") return value.split("\n");
  switch (field) {
    case "limit":
      return [formatTimeLimit(value as TimeLimit, lang)];
    case "limitByChannel": {
      const lines = channelLines(lang, value as LimitByChannel);
      return lines.length > 0 ? lines : [textsOf(lang).manage.no];
    }
    case "levels":
      return [levelNames(lang, value as readonly string[])];
    case "channels":
      return (value as readonly Channel[]).map((channel) => textsOf(lang).procedure.channels[channel]);
    case "fees":
      return [value].flat().map((fee) => feeLine(fee as Fee, lang));
    case "papers":
      return (value as readonly Paper[]).map(
        (paper) => `${paper.name} (${paper.originals} + ${paper.copies})`,
      );
    case "variants":
      return (value as readonly Variant[]).map(
        ({ name, ...limits }) => `${name}: ${timeLines(lang, limits, CHANNELS).join("; ")}`,
      );
    case "receivable":
      return [value === true ? textsOf(lang).manage.yes : textsOf(lang).manage.no];
    case "state":
      return [textsOf(lang).manage.states[value === "withdrawn" ? "withdrawn" : "active"]];
    default:
      return [value].flat().flatMap((text) => String(text).split("\n"));
  }
}

function feeLine(fee: Fee, lang: Lang): string {
  const { channels } = textsOf(lang).procedure;
  const amount =
    fee.amount === undefined
      ? ""
      : isDoubtfulFee(fee)
        ? `“${groupThousands(fee.amount)}”`
        : formatMoney(fee.amount);
  const channel = fee.channel === undefined ? "" : channels[fee.channel];
  return [fee.name, amount, channel, fee.note ?? ""].filter((part) => part !== "").join(" · ");
}
