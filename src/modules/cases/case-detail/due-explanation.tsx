import type { VNode } from "preact";
import { type DerivationLine, deadline } from "../../../kernel/deadline.ts";
import { rulesById } from "../../../kernel/deadline-rules.ts";
import { formatDate, formatMinute, type Lang } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import { Explain } from "../../../ui/index.ts";
import { caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";

/** How the appointment was counted, opened by a tap: each sentence with its article where it has one. */
export function DueExplanation({ view }: { readonly view: CaseView }): VNode | null {
  const { lang, detail } = view;
  const { clock, matter } = detail.state;
  if (clock.startedAt === undefined || clock.rules === undefined || matter.limit === undefined) return null;
  const rules = rulesById(clock.rules);
  const { lines } = deadline({
    from: clock.startedAt,
    limit: matter.limit,
    calendar: detail.context.calendar,
    rules,
    ...(matter.extraWorkingDays === undefined ? {} : { extraWorkingDays: matter.extraWorkingDays }),
  });
  const sentences = explain(lines, lang, formatTimeLimit(matter.limit, lang));
  return (
    <Explain summary={caseTexts(lang).whyThisDate}>
      <ul class="prose">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li class="soft">{rules.source}</li>
      </ul>
    </Explain>
  );
}

/** Puts a derivation into words; days counted one by one become a span, weekly rests a number. */
export function explain(lines: readonly DerivationLine[], lang: Lang, limit: string): string[] {
  const words = WORDS[lang];
  const of = (kind: DerivationLine["kind"]) => lines.filter((line) => line.kind === kind);
  const sentences: string[] = [];
  const spans = new Set<string>();
  for (const line of lines) {
    if (line.kind === "counted" || line.kind === "extra-counted") {
      if (spans.has(line.kind)) continue;
      spans.add(line.kind);
      const days = of(line.kind);
      const last = days.at(-1)?.date ?? line.date;
      sentences.push(words[line.kind](days.length, formatDate(line.date), formatDate(last)));
    } else if (line.kind === "weekly-rest") {
      if (spans.has(line.kind)) continue;
      spans.add(line.kind);
      sentences.push(words["weekly-rest"](of("weekly-rest").length));
    } else {
      sentences.push(words.single(line, limit));
    }
  }
  return sentences;
}

type Words = {
  counted(days: number, from: string, to: string): string;
  "extra-counted"(days: number, from: string, to: string): string;
  "weekly-rest"(days: number): string;
  single(line: DerivationLine, limit: string): string;
};

const at = (line: DerivationLine) => `${formatMinute(line.minutes ?? 0)} ${formatDate(line.date)}`;
const because = (line: DerivationLine) => (line.source === undefined ? "" : ` (${line.source})`);

const WORDS: Record<Lang, Words> = {
  vi: {
    counted: (days, from, to) => `Đếm ${days} ngày làm việc, từ ${from} đến ${to}.`,
    "extra-counted": (days, from, to) => `Cộng thêm ${days} ngày làm việc, từ ${from} đến ${to}.`,
    "weekly-rest": (days) => `Không tính ${days} ngày nghỉ hằng tuần ở giữa.`,
    single(line, limit) {
      switch (line.kind) {
        case "received":
          return `Tính từ ${at(line)}, thời hạn ${limit}.`;
        case "first-day-not-counted":
          return `Ngày ${formatDate(line.date)} không tính là ngày đầu tiên${because(line)}.`;
        case "cut-off":
          return `Nhận sau giờ quy định nên tính sang ${formatDate(line.date)}${because(line)}.`;
        case "holiday":
          return `Không tính ${formatDate(line.date)}: ${line.name ?? "ngày nghỉ"}${because(line)}.`;
        case "fraction":
        case "hours":
          return `Cộng ${(line.minutes ?? 0) / 60} giờ làm việc, đến ${formatDate(line.date)}.`;
        case "calendar-days":
          return `Cộng ${line.number ?? 0} ngày theo lịch, đến ${formatDate(line.date)}.`;
        case "months":
          return `Cộng ${line.number ?? 0} tháng, đến ${formatDate(line.date)}.`;
        case "moved-to-working-day":
          return `Ngày cuối là ngày nghỉ nên chuyển sang ${formatDate(line.date)}${because(line)}.`;
        case "same-day":
          return `Giải quyết ngay trong ngày ${formatDate(line.date)}.`;
        default:
          return `Hạn: ${at(line)}.`;
      }
    },
  },
  en: {
    counted: (days, from, to) => `${days} working days counted, ${from} to ${to}.`,
    "extra-counted": (days, from, to) => `${days} working days more, ${from} to ${to}.`,
    "weekly-rest": (days) => `${days} weekly rest days in between do not count.`,
    single(line, limit) {
      switch (line.kind) {
        case "received":
          return `From ${at(line)}, limit ${limit}.`;
        case "first-day-not-counted":
          return `${formatDate(line.date)} itself does not count${because(line)}.`;
        case "cut-off":
          return `Received after the cut-off, hence counted from ${formatDate(line.date)}${because(line)}.`;
        case "holiday":
          return `${formatDate(line.date)} does not count: ${line.name ?? "holiday"}${because(line)}.`;
        case "fraction":
        case "hours":
          return `${(line.minutes ?? 0) / 60} working hours, until ${formatDate(line.date)}.`;
        case "calendar-days":
          return `${line.number ?? 0} calendar days, until ${formatDate(line.date)}.`;
        case "months":
          return `${line.number ?? 0} months, until ${formatDate(line.date)}.`;
        case "moved-to-working-day":
          return `The last day is a day off, hence ${formatDate(line.date)}${because(line)}.`;
        case "same-day":
          return `Answered on the day itself, ${formatDate(line.date)}.`;
        default:
          return `Due: ${at(line)}.`;
      }
    },
  },
};
