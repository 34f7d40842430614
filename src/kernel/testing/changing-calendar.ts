import { vietnamCalendar } from "../vietnam-calendar.ts";
import { buildCalendar } from "../working-calendar.ts";

const calendar = vietnamCalendar();

/** Summer hours from a Wednesday on, winter hours again, and two half days. */
export const changing = buildCalendar({
  ...calendar,
  hours: [
    { from: "2026-04-15", sessions: [span(390, 660), span(810, 1020)] },
    { from: "2026-10-15", sessions: [span(450, 690), span(780, 1020)] },
  ],
  exceptions: [
    ...calendar.exceptions,
    { date: "2026-03-11", working: true, sessions: [span(420, 690)], name: "Sáng", source: "QĐ" },
    {
      date: "2026-06-06",
      working: true,
      sessions: [span(810, 900), span(930, 960)],
      name: "Bù",
      source: "QĐ",
    },
  ],
});

function span(start: number, end: number) {
  return { start, end };
}
