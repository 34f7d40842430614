import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { Actions, Button, CsrfField, PageTitle, SummaryList } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import { AccountBadges } from "./account-badges.tsx";
import type { AccountRow } from "./account-list.query.ts";
import type { AccountChange } from "./change-account.ts";

/** The facts of an account and its buttons; one that would do nothing or is not allowed says why. */
export function manageAccountView(lang: Lang, account: AccountRow, own: boolean): VNode {
  const texts = textsOf(lang).accounts;
  const base = `/officer/accounts/${account.officerId}`;
  const why = reasonsAgainst(lang, account, own);
  return (
    <>
      <PageTitle
        title={account.name === "" ? account.username : account.name}
        kicker={<a href="/officer/accounts">{texts.back}</a>}
        lead={account.place === "" ? texts.left : account.place}
        badge={<AccountBadges lang={lang} account={account} />}
      />
      <SummaryList
        dense
        items={[
          { label: texts.username, value: account.username },
          { label: texts.passwordChanged, value: formatDateTime(account.passwordChangedAt, lang) },
          { label: texts.failed, value: String(account.failedCount) },
        ]}
      />
      <section class="flow">
        <h2>{texts.actions}</h2>
        <form method="post">
          <CsrfField />
          <Actions stacked>
            {changesFor(account).map((change) => (
              <Button
                key={change}
                kind={change === "disable" ? "danger" : "secondary"}
                formAction={`${base}/${change}`}
                disabledReason={why[change]}
              >
                {texts.change[change]}
              </Button>
            ))}
            <Button formAction={`${base}/issue-password`} disabledReason={own ? texts.why.own : undefined}>
              {texts.issue}
            </Button>
          </Actions>
        </form>
      </section>
    </>
  );
}

function changesFor(account: AccountRow): readonly AccountChange[] {
  const last = account.disabledAt === undefined ? "disable" : "enable";
  return ["unlock", "reset-second-factor", "require-password-change", last];
}

function reasonsAgainst(
  lang: Lang,
  account: AccountRow,
  own: boolean,
): Partial<Record<AccountChange, string | undefined>> {
  const { why } = textsOf(lang).accounts;
  const notOnOwn = own ? why.own : undefined;
  return {
    unlock: account.failedCount === 0 ? why.notLocked : undefined,
    "reset-second-factor": notOnOwn ?? (account.secondFactor ? undefined : why.noSecondFactor),
    "require-password-change": account.mustChangePassword ? why.already : undefined,
    disable: notOnOwn,
  };
}
