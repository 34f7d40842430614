import type { PoolClient } from "pg";
import type { LocalDate } from "../../../kernel/time.ts";
import type { PlanEffect } from "../domain/plan-rows.ts";

/** Posts and the units where they go. */
type Moves = { readonly postIds: readonly number[]; readonly unitIds: readonly number[] };

/**
 * Every post of a unit that ends goes to the successor, by the plan's word where there is one, for the days that were
 * left of it: who was to leave leaves there on the same day.
 */
export async function movePosts(sql: PoolClient, effect: PlanEffect, on: LocalDate): Promise<void> {
  const moves = await movesOf(sql, effect, on);
  await giveInSuccessor(sql, moves, on);
  await sql.query(
    "update organisation.post set valid_to = greatest($2, valid_from) where id = any ($1::int[])",
    [moves.postIds, on],
  );
  await endingsFollow(sql, moves, on);
  await delegationsFollow(sql, moves, effect);
}

async function movesOf(sql: PoolClient, { endings, posts }: PlanEffect, on: LocalDate): Promise<Moves> {
  const found = await sql.query<{ postId: number; unitId: number }>(
    `select post.id as "postId", new.id as "unitId"
     from organisation.post as post
     join organisation.unit as old on old.id = post.unit_id
     join organisation.officer as officer on officer.id = post.officer_id
     join unnest($1::text[], $2::text[]) as ending (unit, main) on ending.unit = old.code
     left join lateral (
       select placed.successor from unnest($3::text[], $4::text[], $5::text[]) as placed (unit, staff, successor)
       where placed.unit = old.code
         and placed.staff in ('', coalesce(officer.staff_code, officer.id::text))
       order by placed.staff = '' limit 1) as placed on true
     join organisation.unit as new on new.code = coalesce(placed.successor, ending.main)
     where post.valid_to is null or post.valid_to > $6 order by post.id`,
    [
      endings.map((ending) => ending.unit),
      endings.map((ending) => ending.main),
      posts.map((post) => post.unit),
      posts.map((post) => post.staffCode),
      posts.map((post) => post.to),
      on,
    ],
  );
  return { postIds: found.rows.map((row) => row.postId), unitIds: found.rows.map((row) => row.unitId) };
}

const MOVE = `move as (
  select post.*, given.unit_id as to_id from unnest($1::int[], $2::int[]) as given (post_id, unit_id)
  join organisation.post as post on post.id = given.post_id)`;

/** The days that are left of the posts, without those on which the officer holds the same post there anyway. */
async function giveInSuccessor(sql: PoolClient, { postIds, unitIds }: Moves, on: LocalDate): Promise<void> {
  await sql.query(
    `with ${MOVE}, wanted as (
       select officer_id, to_id, kind, (array_agg(title order by id))[1] as title,
         range_agg(daterange(greatest(valid_from, $3), valid_to)) as days
       from move group by officer_id, to_id, kind
     ), held as (
       select post.officer_id, post.unit_id, post.kind, range_agg(daterange(post.valid_from, post.valid_to)) as days
       from wanted join organisation.post as post
         on (post.officer_id, post.unit_id, post.kind) = (wanted.officer_id, wanted.to_id, wanted.kind)
       group by post.officer_id, post.unit_id, post.kind
     )
     insert into organisation.post (officer_id, unit_id, kind, title, valid_from, valid_to)
     select wanted.officer_id, to_id, wanted.kind, title, lower(span), upper(span)
     from wanted left join held
       on (held.officer_id, held.unit_id, held.kind) = (wanted.officer_id, wanted.to_id, wanted.kind)
     cross join lateral unnest(wanted.days - coalesce(held.days, '{}')) as span
     -- One that began and ended there on this very day covers nothing.
     on conflict (officer_id, unit_id, kind, valid_from) do update set valid_to = excluded.valid_to`,
    [postIds, unitIds, on],
  );
}

/** An end that was recorded for a later day belongs to the post there: its work moves on that day. */
async function endingsFollow(sql: PoolClient, { postIds, unitIds }: Moves, on: LocalDate): Promise<void> {
  await sql.query(
    `with ${MOVE}, next as (
       select distinct on (post.id) ending.id as ending_id, post.id as post_id
       from move join organisation.post_ending as ending on ending.post_id = move.id and ending.from_day > $3
       join organisation.post as post
         on (post.officer_id, post.unit_id, post.kind) = (move.officer_id, move.to_id, move.kind)
         and post.valid_to = ending.from_day
       where not exists (select from organisation.post_ending as own where own.post_id = post.id)
       order by post.id, ending.id
     )
     update organisation.post_ending as ending set post_id = next.post_id from next where ending.id = next.ending_id`,
    [postIds, unitIds, on],
  );
}

/**
 * A deputy goes on acting where the post of the absent officer went. What was lent in a unit that is dissolved is not
 * lent anew: nobody of the agency that takes over asked for it.
 */
async function delegationsFollow(
  sql: PoolClient,
  { postIds, unitIds }: Moves,
  { endings }: PlanEffect,
): Promise<void> {
  const dissolved = endings.filter((ending) => ending.how === "dissolve").map((ending) => ending.unit);
  await sql.query(
    `with ${MOVE}
     insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id, until)
     select lent.absence_id, move.to_id, lent.post_kind, lent.deputy_id, lent.until
     from move join organisation.unit as old on old.id = move.unit_id and old.code <> all ($3::text[])
     join organisation.absence as absence on absence.officer_id = move.officer_id and absence.ended_at is null
     join organisation.delegation as lent
       on (lent.absence_id, lent.unit_id, lent.post_kind) = (absence.id, move.unit_id, move.kind)
     on conflict do nothing`,
    [postIds, unitIds, dissolved],
  );
}
