import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import {
  Button,
  Card,
  EmptyState,
  Form,
  Icon,
  PageTitle,
  Pagination,
  SearchBox,
  Select,
} from "../../../ui/index.ts";
import type { LifeEvent } from "../domain/life-events.ts";
import type { ProcedureListItem, ProcedurePage } from "../search-procedures/search-procedures.query.ts";
import { levelNames, link, shortened, textsOf, timeLines } from "../texts.ts";

export type ListQuestion = {
  readonly q: string;
  readonly field: string;
  readonly level: string;
  readonly event: LifeEvent | undefined;
  readonly after: string;
};

type Fields = readonly { readonly field: string }[];
type ListProps = {
  readonly lang: Lang;
  readonly title: string;
  readonly question: ListQuestion;
  readonly page: ProcedurePage;
  readonly fields: Fields;
};

/** The list of procedures, with what narrows it. */
export function ListView({ lang, title, question, page, fields }: ListProps): VNode {
  const { list } = textsOf(lang);
  const { q, field, level, event, after } = question;
  const kept = { q, field, level, event: event?.key };
  const next = page.next === undefined ? undefined : link("/procedures", { ...kept, after: page.next });
  return (
    <>
      <PageTitle title={title} />
      <SearchBox
        action="/procedures"
        label={list.search}
        value={q}
        hidden={filled({ field, level })}
        large
        main
      />
      <Filters lang={lang} question={question} fields={fields} />
      <section class="flow">
        <h2>{q === "" ? list.results : list.resultsFor(q)}</h2>
        {page.items.length === 0 ? (
          <EmptyState title={list.emptyTitle} icon="search" action={{ href: "/procedures", label: list.all }}>
            {list.emptyHint}
          </EmptyState>
        ) : (
          page.items.map((item) => <ProcedureCard key={item.code} lang={lang} item={item} />)
        )}
      </section>
      <Pagination
        nextHref={next}
        note={after === "" ? undefined : <a href={link("/procedures", kept)}>{list.first}</a>}
      />
    </>
  );
}

function Filters({ lang, question, fields }: Pick<ListProps, "lang" | "question" | "fields">): VNode {
  const { list, levels } = textsOf(lang);
  const { q, field, level, event } = question;
  return (
    <details class="explain no-print" open={field !== "" || level !== ""}>
      <summary>{list.filterTitle}</summary>
      <div>
        <Form action="/procedures" method="get">
          {q === "" ? null : <input type="hidden" name="q" value={q} />}
          {event === undefined ? null : <input type="hidden" name="event" value={event.key} />}
          <Select
            name="field"
            label={list.field}
            required={false}
            unmarked
            value={field}
            emptyLabel={list.everyField}
            options={fields.map((one) => ({ value: one.field, label: one.field }))}
          />
          <Select
            name="level"
            label={list.level}
            required={false}
            unmarked
            value={level}
            emptyLabel={list.everyLevel}
            options={["commune", "province", "ministry"].map((value) => ({
              value,
              label: levels[value] ?? value,
            }))}
          />
          <Button>{list.filter}</Button>
        </Form>
      </div>
    </details>
  );
}

function ProcedureCard({ lang, item }: { readonly lang: Lang; readonly item: ProcedureListItem }): VNode {
  const { list, procedure } = textsOf(lang);
  const times = timeLines(lang, item, item.channels);
  const facts = [
    item.field,
    levelNames(lang, item.levels),
    times.length > 1 ? times.join(", ") : times.map(list.takes).join(""),
  ].filter((fact) => fact !== "");
  const english = lang === "en" ? item.nameEn : undefined;
  return (
    <Card title={english ?? shortened(item.name, 160)} href={`/procedures/${item.code}`}>
      {english === undefined ? null : (
        <p class="small" lang="vi">
          {item.name}
        </p>
      )}
      <p class="soft small">
        {facts.join(" · ")} · {procedure.code(item.code)}
      </p>
      {item.receivable ? (
        <p class="small">
          <Icon name="check" /> {list.received}
        </p>
      ) : null}
    </Card>
  );
}

function filled(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
