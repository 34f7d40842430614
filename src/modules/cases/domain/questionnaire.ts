/**
 * The questions an applicant can answer when the result is returned, after the evaluation of TT 01/2018 (Điều 13-15):
 * each 2 (good), 1 (middling) or 0 (bad).
 */
export const QUESTIONS = ["time", "attitude", "guidance", "papers", "publicity"] as const;
export type Question = (typeof QUESTIONS)[number];
