import { z } from "zod";
import { type Sessions, sessionsFault } from "../../../kernel/day-sessions.ts";
import { unmark } from "../../../kernel/vietnamese-text.ts";

/** Hours as people write them: "07:30-11:30, 13:30-17:30", "7h30 đến 11h30". Undefined where they are none. */
export function sessionsOfText(text: string): Sessions | undefined {
  const sessions: { start: number; end: number }[] = [];
  for (const part of text.split(/[,+]|\svà\s|\sand\s/).filter((piece) => piece.trim() !== "")) {
    const [start, end, ...more] = part.split(/\s*(?:-|–|—|đến|to)\s*/i).map(minuteOfText);
    if (start === undefined || end === undefined || more.length > 0) return undefined;
    sessions.push({ start, end });
  }
  return sessions.length === 0 || sessionsFault(sessions) !== undefined ? undefined : sessions;
}

function minuteOfText(text: string): number | undefined {
  const [all, hour, minute = "0"] = /^\s*(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2})?\s*$/i.exec(text) ?? [];
  if (all === undefined || Number(minute) > 59) return undefined;
  return Number(hour) * 60 + Number(minute);
}

const VIETNAMESE = ["hai", "ba", "tu", "nam", "sau", "bay"];
const ENGLISH = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Every way of naming a weekday, without marks and spaces, to its place in the week. */
const WEEKDAYS = new Map<string, number>([
  ["cn", 6],
  ["chunhat", 6],
  ...VIETNAMESE.flatMap((name, index): [string, number][] => [
    [`thu${name}`, index],
    [`thu${index + 2}`, index],
    [`t${index + 2}`, index],
  ]),
  ...ENGLISH.flatMap((name, index): [string, number][] => [
    [name, index],
    [name.slice(0, 3), index],
  ]),
]);

/** "như giờ làm việc", "as working hours": no week of its own. */
const AS_WORK = /^(nhu |as |same as )?(the )?(gio lam viec|working hours)$/;

export type IntakeWeek = { readonly week?: readonly Sessions[] };

/**
 * A week of intake as people write it: "thứ 2–thứ 6 07:00-11:30, 13:00-16:30; thứ 7 07:00-11:00"; days that are not
 * named are closed. "như giờ làm việc" is a week without hours of its own. Undefined where it is none.
 */
export function intakeOfText(text: string): IntakeWeek | undefined {
  if (AS_WORK.test(unmark(text))) return {};
  const week: Sessions[] = Array.from({ length: 7 }, () => []);
  for (const part of text.split(/[;\n]/).filter((piece) => piece.trim() !== "")) {
    // "thứ 6: 07:00": the first clock, not the first number.
    const begin = part.search(/\d{1,2}(?::\d|\s*(?:h|g|giờ)(?:[\s\d–-]|$))/i);
    const sessions = begin < 0 ? undefined : sessionsOfText(part.slice(begin));
    const days = daysOfText(part.slice(0, Math.max(0, begin)));
    if (sessions === undefined || days.length === 0) return undefined;
    for (const day of days) {
      if (week[day] === undefined || week[day].length > 0) return undefined;
      week[day] = sessions;
    }
  }
  return week.some((day) => day.length > 0) ? { week } : undefined;
}

/** Places in the week of "thứ 2, thứ 4–thứ 6:"; none where a name is unknown. */
function daysOfText(text: string): number[] {
  const days: number[] = [];
  for (const part of text.replace(/[:\s]+$/, "").split(/,|\svà\s|\sand\s/)) {
    const ends = part.split(/\s*(?:-|–|—|đến|to)\s*/i).map((name) => WEEKDAYS.get(key(name)));
    const [first, last = first] = ends;
    if (ends.length > 2 || first === undefined || last === undefined || ends.includes(undefined)) return [];
    for (let day = first; day <= last; day++) days.push(day);
  }
  return days;
}

const key = (name: string): string => unmark(name).replace(/[\s.]/g, "");

/** A field that holds what a reader makes of its text; undefined where it is empty. */
function read<T>(reader: (text: string) => T | undefined, fault: string) {
  return z
    .string()
    .max(500, "too-long")
    .default("")
    .transform((text, check): T | undefined => {
      if (text.trim() === "") return undefined;
      const found = reader(text);
      if (found !== undefined) return found;
      check.addIssue({ code: "custom", message: fault });
      return z.NEVER;
    });
}

export const hoursField = read(sessionsOfText, "not-hours");
export const intakeField = read(intakeOfText, "not-intake");
