import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { LinkButton, PageTitle, Pagination, Tabs } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { dueView, verdictView } from "../due-view.ts";
import { namesFor } from "../names.ts";
import { textsOf } from "../texts.ts";
import { given } from "../verb.ts";
import { QUEUE_URL, queueFilterOf, queueHref } from "./queue-address.ts";
import { BatchBar, QueueFilters } from "./queue-bar.tsx";
import { type NamedRow, QueueTable } from "./queue-table.tsx";
import { queueTexts } from "./queue-texts.ts";
import {
  QUEUE_TABS,
  type QueueCounts,
  type QueueFilter,
  type QueueRow,
  type QueueTab,
  queueBadge,
  queueOverview,
  workQueue,
} from "./work-queue.query.ts";

type Officer = Actor & { readonly kind: "officer" };

/** GET /officer: what an officer has to do, the most urgent first. */
export function workQueuePage(app: FastifyInstance, deps: CasesDeps): void {
  app.get(QUEUE_URL, { config: { access: "signed-in" } }, async (request, reply) => {
    const { actor, lang } = request;
    if (actor.kind !== "officer" || !holds(actor, "case.list")) return reply.redirect(ownPage(actor), 303);
    const now = deps.clock();
    const { pool } = deps.database;
    const filter = queueFilterOf(request.query);
    const [found, { counts, fields }] = await Promise.all([
      workQueue(pool, actor, { ...filter, limit: filter.limit + 1 }, now),
      queueOverview(pool, actor, now),
    ]);
    const shown = found.slice(0, filter.limit);
    const rows = await nameRows(deps, lang, shown, actor, now);
    const last = shown.at(-1);
    const next =
      found.length > shown.length && last !== undefined
        ? queueHref({ ...filter, after: { due: last.queueDue, caseId: last.caseId } })
        : undefined;
    return deps.frame.officer(request, reply, {
      title: queueTexts(lang).title,
      active: "queue",
      counts: { queue: queueBadge(counts) },
      body: body(request, actor, { filter, counts, fields, rows, next, now }),
    });
  });
}

/** Where officers go who have no cases to work on. */
function ownPage(actor: Actor): string {
  if (holds(actor, "account.manage")) return "/officer/accounts";
  if (holds(actor, "catalogue.manage")) return "/officer/catalogue";
  return "/officer/account";
}

async function nameRows(
  deps: CasesDeps,
  lang: Lang,
  rows: readonly QueueRow[],
  actor: Officer,
  now: number,
): Promise<NamedRow[]> {
  const names = namesFor(deps, lang);
  const texts = textsOf(lang);
  const ids = [...new Set(rows.map((row) => row.processId))];
  const processes = new Map(await Promise.all(ids.map(async (id) => [id, await deps.process(id)] as const)));
  return rows.map((row) => {
    const step = processes.get(row.processId)?.steps.find((candidate) => candidate.id === row.processStep);
    const paused = row.paused;
    const dueAt = row.dueAt ?? row.stepDueAt;
    return {
      ...row,
      step: (lang === "vi" ? step?.name : step?.nameEn) ?? texts.works[row.work as keyof typeof texts.works],
      unit: names.shortUnit(row.unitId),
      holder:
        row.officerId === null
          ? undefined
          : row.officerId === actor.id
            ? queueTexts(lang).you
            : names.officer(row.officerId),
      ...given("inPlaceOf", inPlaceOf(row, actor, names.officer)),
      due:
        row.finishedAt === null
          ? dueView(lang, {
              dueAt,
              now,
              calendar: deps.calendarOf(row.unitId),
              status: row.status,
              paused,
            })
          : verdictView(lang, row.verdict ?? undefined, row.finishedAt),
    };
  });
}

/** The absent officer whose work this row is to the one who looks. */
function inPlaceOf(row: QueueRow, actor: Officer, name: (id: number) => string): string | undefined {
  const held = actor.posts.filter((post) => post.unitId === row.unitId && post.kind === row.postKind);
  const behind =
    row.officerId === null
      ? held.some((post) => post.inPlaceOf === undefined)
        ? undefined
        : held[0]?.inPlaceOf
      : held.find((post) => post.inPlaceOf === row.officerId)?.inPlaceOf;
  return behind === undefined ? undefined : name(behind);
}

type Shown = {
  readonly filter: QueueFilter;
  readonly counts: QueueCounts;
  readonly fields: readonly string[];
  readonly rows: readonly NamedRow[];
  readonly next: string | undefined;
  readonly now: number;
};

function body({ lang }: FastifyRequest, actor: Officer, shown: Shown): VNode {
  const texts = queueTexts(lang);
  const { filter, counts, rows } = shown;
  const units = new Set(actor.posts.map((post) => post.unitId));
  const begin = { tab: filter.tab };
  return (
    <>
      <PageTitle
        title={texts.title}
        lead={texts.lead(counts.mine, counts.late)}
        actions={
          holds(actor, "case.receive") ? (
            <LinkButton href="/officer/receive" kind="primary" icon="stamp">
              {texts.receive}
            </LinkButton>
          ) : undefined
        }
      />
      <Tabs
        label={texts.tabsLabel}
        items={QUEUE_TABS.map((tab) => ({
          href: queueHref({ tab }),
          label: texts.tabs[tab],
          count: counts[tab],
          current: tab === filter.tab,
          ...toneOf(tab, counts[tab]),
        }))}
      />
      <div class="row spread">
        <QueueFilters lang={lang} filter={filter} fields={shown.fields} />
        {rows.length === 0 ? null : <BatchBar lang={lang} actor={actor} back={queueHref(filter)} />}
      </div>
      <QueueTable lang={lang} rows={rows} filter={filter} now={shown.now} showUnit={units.size > 1} />
      {rows.length === 0 ? null : (
        <Pagination
          note={texts.shown(rows.length)}
          nextHref={shown.next}
          {...(filter.after === undefined ? {} : { previousHref: queueHref(begin) })}
        />
      )}
    </>
  );
}

function toneOf(tab: QueueTab, count: number): { readonly tone?: "danger" | "warn" } {
  if (count === 0) return {};
  return tab === "late" ? { tone: "danger" } : tab === "today" ? { tone: "warn" } : {};
}
