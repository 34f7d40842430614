import { describe, expect, it } from "vitest";
import { parseOverride } from "./parse-override.ts";

describe("a value of the province", () => {
  it("is read from what the controller typed", () => {
    expect(parseOverride("limit", "6,25 ngày làm việc")).toEqual({
      ok: true,
      value: { amount: 6.25, unit: "working-day" },
    });
    expect(parseOverride("everydayWords", "sổ đỏ\n\n làm sổ \nsổ đỏ")).toEqual({
      ok: true,
      value: ["sổ đỏ", "làm sổ"],
    });
    expect(
      parseOverride(
        "limitByChannel",
        "Trực tuyến: 15 ngày làm việc\nQua bưu chính: 20 ngày\nNộp trực tiếp: 4 giờ",
      ),
    ).toEqual({
      ok: true,
      value: {
        online: { amount: 15, unit: "working-day" },
        postal: { amount: 20, unit: "calendar-day" },
        direct: { amount: 4, unit: "hour" },
      },
    });
    expect(parseOverride("limitByChannel", "Không")).toEqual({ ok: true, value: {} });
    expect(parseOverride("mountainDays", "10 ngày làm việc")).toEqual({ ok: true, value: 10 });
    expect(parseOverride("mountainDays", "0")).toEqual({ ok: true, value: 0 });
    expect(parseOverride("receivable", "Không")).toEqual({ ok: true, value: false });
    expect(
      parseOverride("fees", "Lệ phí: 70.000 đ (đô thị)\nPhí bản sao: 8.000đ\nLệ phí hộ nghèo: 0 đ"),
    ).toEqual({
      ok: true,
      value: [
        { name: "Lệ phí", amount: 70000, note: "đô thị" },
        { name: "Phí bản sao", amount: 8000 },
        { name: "Lệ phí hộ nghèo", amount: 0 },
      ],
    });
  });

  it.each([
    ["limit", "sớm nhất có thể", "unclear-time-limit"],
    ["limit", "15 ngày + 08 ngày làm việc", "unclear-time-limit"],
    ["limitByChannel", "15 ngày làm việc", "unclear-channel-limits"],
    ["limitByChannel", "Fax: 15 ngày làm việc", "unclear-channel-limits"],
    ["limitByChannel", "Trực tuyến: sớm", "unclear-channel-limits"],
    ["limitByChannel", "Trực tuyến: 15 ngày\nTrực tuyến: 5 ngày", "unclear-channel-limits"],
    ["mountainDays", "mười", "unclear-mountain-days"],
    ["mountainDays", "-3", "unclear-mountain-days"],
    ["fees", "50.000 đ", "unclear-fees"],
    ["fees", "Lệ phí: 100", "unclear-fees"],
    ["fees", "Lệ phí: 1.5", "unclear-fees"],
    ["receivable", "có thể", "unclear-yes-no"],
    ["limitNote", "  \n ", "required"],
  ] as const)("of %s is refused as %j", (field, text, refusal) => {
    expect(parseOverride(field, text)).toEqual({ ok: false, refusal });
  });
});
