/**
 * The time that Gia Lai's land procedures add where the land lies in a mountain commune, on an island, or in a remote or
 * poor place: data with its source.
 */
export const MOUNTAIN_RULE = {
  field: "Đất đai",
  extraWorkingDays: 10,
  source: "TTHC đất đai đặc thù của tỉnh Gia Lai (1.1153xx), phần thời hạn giải quyết",
} as const;

/** Working days added to a procedure of this field in a commune; undefined: none. */
export function mountainExtra(field: string, mountain: boolean): number | undefined {
  return mountain && field === MOUNTAIN_RULE.field ? MOUNTAIN_RULE.extraWorkingDays : undefined;
}
