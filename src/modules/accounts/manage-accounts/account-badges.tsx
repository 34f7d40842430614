import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { Badge } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import type { AccountRow } from "./account-list.query.ts";

/** The state of an account in words: what keeps its officer out comes first. */
export function AccountBadges({
  lang,
  account,
}: {
  readonly lang: Lang;
  readonly account: AccountRow;
}): VNode {
  const texts = textsOf(lang).accounts;
  const { disabledAt, lockedUntil, mustChangePassword, secondFactor } = account;
  const free = disabledAt === undefined && lockedUntil === undefined && !mustChangePassword;
  return (
    // One element, since the cards of a telephone lay out each child of a cell.
    <span>
      {disabledAt === undefined ? null : <Badge tone="neutral" icon="stop" label={texts.disabled} final />}{" "}
      {lockedUntil === undefined ? null : (
        <Badge tone="danger" icon="clock" label={texts.lockedUntil(formatDateTime(lockedUntil, lang))} />
      )}{" "}
      {mustChangePassword ? <Badge tone="warn" icon="alert" label={texts.mustChange} /> : null}{" "}
      {free ? <Badge tone="ok" icon="check" label={texts.usable} /> : null}{" "}
      {secondFactor ? <Badge tone="info" label={texts.secondFactor} /> : null}
    </span>
  );
}
