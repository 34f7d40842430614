import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { isUuid } from "../../../kernel/ids.ts";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { holds } from "../../../platform/permission.ts";
import { type Column, DataTable, EmptyState, PageTitle, Pagination, Tabs } from "../../../ui/index.ts";
import { type CalendarVersion, type DueEffect, movedHref } from "../../organisation/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { dueCauses } from "../due-causes.ts";
import { namesFor } from "../names.ts";
import { causeOf } from "./decide-batch.ts";
import { type MovedCase, type MovedCounts, movedCounts, movedPage } from "./moved-cases.query.ts";
import { movedEn } from "./moved-messages.en.ts";
import { type MovedMessages, movedVi } from "./moved-messages.vi.ts";

const EFFECTS: readonly DueEffect[] = ["moved", "became-late", "no-longer-late"];
const LIMIT = 50;
const START = { caseId: "00000000-0000-0000-0000-000000000000", seq: 0 };

type Query = {
  Params: { version: string };
  Querystring: { show?: string; after?: string };
};
type Deps = CasesDeps & { readonly findCalendar: (version: string) => CalendarVersion | undefined };

/**
 * GET /officer/calendar/VERSION/cases: whose date moved, who became late by it and who is late no longer; of the province
 * for who declares, else of the reader's own units.
 */
export function movedCasesPage(app: FastifyInstance, deps: Deps): void {
  app.get<Query>(
    "/officer/calendar/:version/cases",
    { config: { access: "calendar.cases" } },
    async (request, reply) => {
      const version = deps.findCalendar(request.params.version);
      if (version === undefined) return reply.callNotFound();
      const { lang } = request;
      const texts = lang === "vi" ? movedVi : movedEn;
      const effect = EFFECTS.find((one) => one === request.query.show) ?? "moved";
      const after = afterOf(request.query.after);
      const [counts, { rows, hasMore }] = await Promise.all([
        movedCounts(deps.database.pool, request.actor, version.version),
        movedPage(deps, request.actor, { version: version.version, effect, after, limit: LIMIT }),
      ]);
      const href = (show: DueEffect, rest = "") => `${movedHref(version.version)}?show=${show}${rest}`;
      const last = rows.at(-1);
      return deps.frame.officer(request, reply, {
        title: texts.title(version.version),
        active: "calendar",
        body: (
          <>
            <PageTitle
              title={texts.title(version.version)}
              kicker={<a href="/officer/calendar">{texts.back}</a>}
              lead={`${dueCauses([causeOf(version)], lang)} (${version.decision})`}
            />
            {holds(request.actor, "calendar.declare") ? null : <p class="soft">{texts.ownUnits}</p>}
            <EffectTabs counts={counts} shown={effect} href={href} texts={texts} />
            <DataTable
              caption={texts.effects[effect]}
              captionHidden
              rows={rows}
              rowKey={(row) => `${row.caseId}.${row.seq}`}
              columns={columns(texts, lang, namesFor(deps, lang).unit, holds(request.actor, "case.read"))}
              empty={<EmptyState title={texts.none} icon="check-circle" />}
            />
            <Pagination
              {...(hasMore && last !== undefined
                ? { nextHref: href(effect, `&after=${last.caseId}.${last.seq}`) }
                : {})}
              {...(after === START ? {} : { previousHref: href(effect) })}
            />
          </>
        ),
      });
    },
  );
}

type TabsProps = {
  readonly counts: MovedCounts;
  readonly shown: DueEffect;
  readonly texts: MovedMessages;
  href(effect: DueEffect): string;
};

function EffectTabs({ counts, shown, texts, href }: TabsProps): VNode {
  return (
    <Tabs
      label={texts.tabs}
      items={EFFECTS.map((effect) => ({
        href: href(effect),
        label: texts.effects[effect],
        count: counts[effect],
        current: effect === shown,
        ...(effect === "became-late" && counts[effect] > 0 ? { tone: "danger" as const } : {}),
      }))}
    />
  );
}

function columns(
  texts: MovedMessages,
  lang: Lang,
  unitName: (id: number) => string,
  showsApplicants: boolean,
): readonly Column<MovedCase>[] {
  return [
    {
      key: "code",
      label: texts.code,
      primary: true,
      kind: "code",
      cell: (row) => (row.readable ? <a href={`/officer/cases/${row.caseId}`}>{row.code}</a> : row.code),
    },
    { key: "unit", label: texts.unit, cell: (row) => unitName(row.unitId) },
    ...(showsApplicants
      ? [
          {
            key: "applicant",
            label: texts.applicant,
            cell: (row: MovedCase) =>
              row.readable
                ? [row.applicantName, row.applicantPhone].filter(Boolean).join(", ")
                : texts.closed,
          },
        ]
      : []),
    { key: "before", label: texts.before, cell: (row) => formatDateTime(row.oldDueAt, lang) },
    { key: "after", label: texts.after, cell: (row) => formatDateTime(row.newDueAt, lang) },
    {
      key: "effect",
      label: texts.effect,
      cell: (row) => `${texts.effects[row.effect]}${row.of === null ? "" : ` (${texts[row.of]})`}`,
    },
    { key: "at", label: texts.at, cell: (row) => formatDateTime(row.at, lang) },
  ];
}

function afterOf(text: string | undefined): MovedFilterAfter {
  const [caseId = "", seq = ""] = (text ?? "").split(".");
  return isUuid(caseId) && /^\d{1,6}$/.test(seq) ? { caseId, seq: Number(seq) } : START;
}

type MovedFilterAfter = typeof START;
