/** A sheet of paper with its margins, all in millimetres. */
export type Paper = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginsMm: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
};

/** PDF points of a length in millimetres (72 points an inch). */
export const points = (mm: number): number => (mm * 72) / 25.4;

/** A5 upright, the left margin wider for filing. */
export const A5: Paper = {
  widthMm: 148,
  heightMm: 210,
  marginsMm: { top: 11, right: 11, bottom: 13, left: 15 },
};
/** A4 upright with the margins of NĐ 30/2020/NĐ-CP, Phụ lục I. */
export const A4: Paper = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: { top: 20, right: 15, bottom: 20, left: 30 },
};
/** A4 lying, for registers. */
export const A4_LANDSCAPE: Paper = {
  widthMm: 297,
  heightMm: 210,
  marginsMm: { top: 20, right: 15, bottom: 16, left: 15 },
};
