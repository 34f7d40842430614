import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { Badge, DataTable, EmptyState, PageTitle } from "../../../ui/index.ts";
import type { GroupDefinition } from "../domain/group-definitions.ts";
import { groupTexts } from "../show-group/group-texts.ts";
import { limitsOf } from "./group-form.view.tsx";
import type { OpenGroup } from "./open-groups.query.ts";

type Props = {
  readonly lang: Lang;
  readonly definitions: readonly GroupDefinition[];
  readonly open: readonly OpenGroup[];
};

/** The groups that can be received, and those of this desk that are under way. */
export function GroupListView({ lang, definitions, open }: Props): VNode {
  const texts = groupTexts(lang);
  return (
    <>
      <PageTitle title={texts.listTitle} lead={texts.listLead} />
      <DataTable
        caption={texts.define}
        columns={[
          {
            key: "name",
            label: texts.name,
            primary: true,
            cell: (one) => (lang === "vi" ? one.name : one.nameEn),
          },
          { key: "parts", label: texts.parts, kind: "number", cell: (one) => one.members.length },
          { key: "limit", label: texts.limit, cell: (one) => limitsOf(one, lang) },
        ]}
        rows={definitions}
        rowKey={(one) => one.code}
        rowHref={(one) => `/officer/receive-group/${one.code}`}
        empty={null}
      />
      <DataTable
        caption={texts.under}
        columns={[
          { key: "code", label: texts.code, kind: "code", primary: true, cell: (one) => one.code },
          { key: "applicant", label: texts.applicant, cell: (one) => one.applicant },
          { key: "name", label: texts.name, cell: (one) => one.name },
          {
            key: "due",
            label: texts.due,
            cell: (one) => (one.dueAt === null ? "" : formatDateTime(one.dueAt, lang)),
          },
          {
            key: "state",
            label: texts.state,
            cell: (one) => (
              <Badge tone={one.waits ? "danger" : "info"} label={one.waits ? texts.waits : texts.runs} />
            ),
          },
        ]}
        rows={open}
        rowKey={(one) => one.id}
        rowHref={(one) => `/officer/groups/${one.id}`}
        rowMark={(one) => (one.waits ? "late" : undefined)}
        empty={
          <EmptyState title={texts.noneTitle} icon="folder">
            {texts.none}
          </EmptyState>
        }
      />
    </>
  );
}
