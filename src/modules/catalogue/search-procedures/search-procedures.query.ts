import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { Database } from "../../../platform/database.ts";
import type { Origin } from "../catalogue-store.ts";
import type { Channel, LimitByChannel } from "../domain/procedure.ts";
import { type SearchQuestion, searchQuestion } from "../domain/search-question.ts";
import { soundKey } from "../domain/sound-key.ts";

/** A procedure as lists show it. */
export type ProcedureListItem = {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string | undefined;
  readonly field: string;
  readonly levels: readonly string[];
  readonly receivable: boolean;
  readonly state: "active" | "withdrawn";
  readonly origin: Origin;
  readonly limit: TimeLimit | undefined;
  readonly limitByChannel: LimitByChannel | undefined;
  readonly channels: readonly Channel[];
};

export type ProcedureSearch = {
  /** As typed, with or without marks: words, everyday words, a code or its beginning. Empty: all by name. */
  readonly q?: string | undefined;
  readonly receivableOnly?: boolean;
  readonly withdrawnToo?: boolean;
  readonly field?: string | undefined;
  readonly level?: string | undefined;
  readonly origin?: string | undefined;
  /** Name of a province: what other provinces published for themselves is left out. */
  readonly province?: string | undefined;
  /** Only these codes, or names with one of these phrases: a life event. */
  readonly among?: { readonly codes: readonly string[]; readonly phrases: readonly string[] } | undefined;
  /** At most 100; 20 unless said. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
};

export type ProcedurePage = {
  readonly items: readonly ProcedureListItem[];
  /** For `after` of the next page; absent on the last. */
  readonly next: string | undefined;
};

type Row = Omit<ProcedureListItem, "nameEn" | "limit" | "limitByChannel"> & {
  nameEn: string | null;
  limit: TimeLimit | null;
  limitByChannel: LimitByChannel | null;
  score: number;
  searchName: string;
};

/**
 * Finds procedures, best first, in one statement: exact code, everyday words, name, beginning of the code, official words
 * for everyday ones, all words in any order; only where that gives little, words that sound alike, then words written alike. What a desk of the
 * province takes in stands before what is alike but not taken in.
 */
export async function searchProcedures(database: Database, search: ProcedureSearch): Promise<ProcedurePage> {
  const size = Math.min(Math.max(search.limit ?? 20, 1), 100);
  const question = searchQuestion(search.q ?? "");
  const typedNothing = (search.q ?? "").trim() === "";
  if (question === undefined && !typedNothing) return { items: [], next: undefined };
  const after = cursorOf(search.after);
  const found = await database.pool.query<Row>({
    name: question === undefined ? "catalogue.list" : "catalogue.search",
    text: question === undefined ? LIST : SEARCH,
    values: [
      search.receivableOnly ?? false,
      search.withdrawnToo ?? false,
      search.field ?? null,
      search.level ?? null,
      search.origin ?? null,
      search.among?.codes ?? null,
      search.among?.phrases.map((phrase) => `%${phrase}%`) ?? [],
      after?.score ?? null,
      after?.name ?? null,
      after?.id ?? null,
      size + 1,
      search.province ?? null,
      ...(question === undefined ? [] : questionValues(question)),
    ],
  });
  const rows = found.rows.slice(0, size);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ score: _score, searchName: _searchName, nameEn, limit, limitByChannel, ...row }) => ({
      ...row,
      nameEn: nameEn ?? undefined,
      limit: limit ?? undefined,
      limitByChannel: limitByChannel ?? undefined,
    })),
    next: last === undefined ? undefined : `${last.score}~${last.id}~${last.searchName}`,
  };
}

function questionValues(question: SearchQuestion): readonly unknown[] {
  const { code, key, core, words, official, isEverydayWord } = question;
  // Syllables are whole words; only the last one may still be half typed.
  const typed = words.map((word, index) =>
    index === words.length - 1 && word.length > 2 ? `${word}:*` : word,
  );
  const wanted = [typed, ...official.map((text) => text.split(" "))];
  return [
    code ?? null,
    key,
    core,
    official.map((text) => `%${text}%`),
    wanted.map((all) => `(${all.join(" & ")})`).join(" | "),
    typed.join(" & "),
    isEverydayWord ? 740 : 600,
    soundKey(core).split(" ").join(" <-> "),
  ];
}

function cursorOf(after: string | undefined) {
  const [, score, id, name] = /^(-?\d{1,9})~(\d{1,9})~(.*)$/su.exec(after ?? "") ?? [];
  return name === undefined ? undefined : { score: Number(score), id: Number(id), name };
}

const FILTER = `($1 = false or p.receivable) and ($2 or p.state = 'active')
  and ($3::text is null or p.field = $3) and ($4::text is null or $4 = any(p.levels))
  and ($5::text is null or p.origin = $5)
  and ($6::text[] is null or p.code = any($6) or p.search_name like any($7::text[]))
  and ($12::text is null or p.province is null or p.province = $12)`;

const SHOWN = `select h.id, h.code, h.version, h.name, v.content ->> 'nameEn' as "nameEn", h.field, h.levels, h.receivable,
    h.state, h.origin, h.search_name as "searchName", v.content -> 'limit' as "limit", v.content -> 'limitByChannel' as "limitByChannel", v.content -> 'channels' as channels, h.score
  from page h join catalogue.procedure_version v on v.procedure_id = h.id and v.version = h.version
  order by h.score desc, h.search_name, h.id`;

const PAGE = (source: string) => `page as (select * from ${source} h
    where $8::int is null or h.score < $8 or (h.score = $8 and (h.search_name, h.id) > ($9::text, $10::int))
    order by h.score desc, h.search_name, h.id limit $11)`;

const LIST = `with hit as (
    select p.*, case when p.receivable then 1 else 0 end
      + case when $6::text[] is null then 0 else coalesce(100 - 2 * array_position($6, p.code), 0) end as score
    from catalogue.procedure p where ${FILTER}),
  ${PAGE("hit")} ${SHOWN}`;

/** Letters of a long name cost a little, so that "Đăng ký kết hôn" stands before its special cases. */
const BONUS = "case when p.receivable then 75 else 0 end - least(length(p.search_name) / 4, 40)";
/** How close the words stand together in the name or in an everyday word, 0 to 400. */
const CLOSE =
  "(400 * greatest(word_similarity($15, p.search_name), word_similarity($15, p.search_words)))::int";

const SEARCH = `with strong as (
    select p.*, ${BONUS} + case
      when p.code = $13 then 2000
      when $13::text is not null and p.code like $13 || '%' then 1000
      when p.search_words like '%|' || $14 || '|%' then 900
      when p.search_words like '%|' || $15 || '|%' then 880
      when p.search_name in ($14, $15) then 860
      when p.search_words like '%|' || $15 || '%' then 760
      when p.search_name like $15 || '%' then 720
      when p.search_words like '%' || $15 || '%' then 680
      when ' ' || p.search_name || ' ' like '% ' || $15 || ' %' then 660
      else coalesce(
        (select max($19::int - 20 * o.place) from unnest($16::text[]) with ordinality o (text, place)
          where p.search_name like o.text),
        case when p.search_vector @@ to_tsquery('simple', $18) then 160 else 60 end + ${CLOSE}) end as score
    from catalogue.procedure p
    where ${FILTER} and (p.search_vector @@ to_tsquery('simple', $17)
      or ($13::text is not null and p.code like $13 || '%')
      or p.search_words like '%' || $15 || '%')),
  heard as (
    select p.*, ${BONUS} + 520 as score
    from catalogue.procedure p
    where not exists (select from strong where score >= 580) and ${FILTER}
      and p.search_vector @@ to_tsquery('simple', $20) and not exists (select from strong s where s.id = p.id)),
  alike as (
    select p.*, ${BONUS} - least(length(p.search_name) / 4, 60) + 100 + ${CLOSE} as score
    from catalogue.procedure p
    where not exists (select from strong where score >= 460) and not exists (select from heard) and ${FILTER}
      and p.id in (select catalogue.procedures_like($15)) and not exists (select from strong s where s.id = p.id)),
  hit as (select * from strong union all select * from heard union all select * from alike),
  ${PAGE("hit")} ${SHOWN}`;
