/**
 * When the step with this number was urged, of those urgings that wait for an answer; null: it was not.
 * @param state the state of the case, as SQL.
 * @param seq the number of the step, as SQL.
 */
export const urgedAt = (state: string, seq: string): string =>
  `case when ${state} ? 'urge' then (jsonb_path_query_first(
    jsonb_build_array(${state} -> 'urge') || coalesce(${state} -> 'urgedBefore', '[]'),
    '$[*] ? (@.step == $seq)', jsonb_build_object('seq', ${seq})) ->> 'at')::bigint end`;
