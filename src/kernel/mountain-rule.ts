/**
 * The time that most of Gia Lai's land procedures add where the land lies in a mountain commune, on an island, or in a
 * remote or poor place: data with its source. Which of them do stands in each procedure, by its own text.
 */
export const MOUNTAIN_RULE = {
  extraWorkingDays: 10,
  source: "TTHC đất đai đặc thù của tỉnh Gia Lai (1.1153xx), phần thời hạn giải quyết",
} as const;
