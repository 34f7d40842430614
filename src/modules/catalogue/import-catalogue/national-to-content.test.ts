import { describe, expect, it } from "vitest";
import { channel, nationalRecord } from "../testing/catalogue-file.ts";
import { nationalToContent } from "./national-to-content.ts";

function mapped(more: Readonly<Record<string, unknown>>) {
  const result = nationalToContent(nationalRecord("1.900001", "Thử", more));
  if (!result.ok) throw new Error(result.detail);
  return result.value;
}
const withChannels = (...channels: readonly object[]) => mapped({ channels });

describe("a record of the national catalogue", () => {
  it("becomes a content with its parts of law", () => {
    const { content, doubts } = mapped({});
    expect(content).toMatchObject({
      code: "1.900001",
      levels: ["commune"],
      decisionNo: "12/QĐ-BVD",
      agency: "Ủy ban nhân dân cấp xã",
      channels: ["direct", "online"],
      limit: { amount: 5, unit: "working-day" },
      subjects: ["Công dân Việt Nam", "Tổ chức (không bao gồm doanh nghiệp, HTX)"],
      sequence: "Bước 1: nộp hồ sơ.\nBước 2: nhận kết quả.",
    });
    expect(content.papers).toEqual([
      {
        id: "p1",
        name: "Đơn đề nghị theo Mẫu số 01/TN-XN",
        group: "Giấy tờ phải nộp",
        originals: 1,
        copies: 0,
        required: true,
        form: "Mẫu 01/TN-XN",
      },
    ]);
    expect(doubts).toEqual([]);
  });

  it.each([
    ["3", "WORKING_DAY", { amount: 3, unit: "working-day" }],
    ["6.25", "WORKING_DAY", { amount: 6.25, unit: "working-day" }],
    ["20", "DAY", { amount: 20, unit: "calendar-day" }],
    ["6", "HOUR", { amount: 6, unit: "hour" }],
    ["2", "MONTH", { amount: 2, unit: "month" }],
    ["1", "YEAR", { amount: 12, unit: "month" }],
  ])("takes the time limit %s %s", (qty, unit, limit) => {
    expect(withChannels(channel("DIRECT", qty, unit)).content.limit).toEqual(limit);
  });

  it.each([
    ["1", "OTHER"],
    ["", "OTHER"],
    ["0", "DAY"],
    ["7.5", "DAY"],
    ["15", "Không quá 15 ngày kể từ ngày nhận đủ hồ sơ OTHER"],
  ])("has no time limit where the figure %j %j says none", (qty, unit) => {
    expect(withChannels(channel("DIRECT", qty, unit)).content.limit).toBeUndefined();
  });

  it("keeps free text on time word for word", () => {
    const { content } = withChannels(
      channel("DIRECT", "", "Không quá 15 ngày + 08 ngày làm việc OTHER", "Xem thêm"),
    );
    expect(content.limitNote).toBe("Không quá 15 ngày + 08 ngày làm việc; Xem thêm");
    expect(withChannels(channel("DIRECT", "7.5", "DAY")).content.limitNote).toBe("7,5 ngày");
  });

  it("does not choose between a figure in days and its note in working days", () => {
    const { content, doubts } = withChannels(channel("ONLINE", "20", "DAY", "Không quá 20 ngày làm việc"));
    expect(content.limit).toBeUndefined();
    expect(content.limitNote).toBe("20 ngày; Không quá 20 ngày làm việc");
    expect(doubts).toMatchObject([{ field: "limit", reason: "limit-contradicts-note" }]);
  });

  it("keeps the figure where the note only explains it", () => {
    const note = "10 ngày làm việc kể từ ngày nhận đủ hồ sơ; thẩm định trong 03 ngày";
    const { content, doubts } = withChannels(channel("ONLINE", "10", "WORKING_DAY", note));
    expect(content).toMatchObject({ limit: { amount: 10, unit: "working-day" }, limitNote: note });
    expect(doubts).toEqual([]);
  });

  it("does not read a date in the note as a time limit", () => {
    const note = "Theo Nghị định ngày 10 tháng 4 năm 2020";
    expect(withChannels(channel("DIRECT", "10", "WORKING_DAY", note)).doubts).toEqual([]);
  });

  const MOUNTAIN = "Đối với các xã miền núi, hải đảo thì thời gian được tăng thêm 10 ngày làm việc.";

  it("takes the limit that the note names beside the days of mountain communes, which the figure holds already", () => {
    const note = `Không quá 7,5 ngày làm việc. ${MOUNTAIN}`;
    const { content, doubts } = withChannels(
      channel("DIRECT", "17.5", "WORKING_DAY", note),
      channel("ONLINE", "17.5", "WORKING_DAY", note),
    );
    expect(content).toMatchObject({ limit: { amount: 7.5, unit: "working-day" }, mountainDays: 10 });
    expect(doubts).toEqual([]);
    const days = withChannels(channel("DIRECT", "45", "DAY", `Không quá 35 ngày. ${MOUNTAIN}`)).content;
    expect(days).toMatchObject({ limit: { amount: 35, unit: "calendar-day" }, mountainDays: 10 });
  });

  it("leaves it to a person where the note does not tell the limit without those days", () => {
    const { content, doubts } = withChannels(channel("DIRECT", "17.5", "WORKING_DAY", MOUNTAIN));
    expect(content.limit).toBeUndefined();
    expect(content.mountainDays).toBe(10);
    expect(doubts).toMatchObject([{ field: "limit", reason: "limit-with-mountain-days" }]);
  });

  it("does not choose between channels that differ", () => {
    const { content, doubts } = withChannels(
      channel("ONLINE", "15", "WORKING_DAY"),
      channel("POSTAL", "20", "WORKING_DAY"),
    );
    expect(content.limit).toBeUndefined();
    expect(content.limitNote).toBe("Trực tuyến: 15 ngày làm việc\nBưu chính: 20 ngày làm việc");
    expect(content.limitByChannel).toBeUndefined();
    const [online, postal] = [15, 20].map((amount) => ({ amount, unit: "working-day" }));
    expect(doubts).toEqual([
      { field: "limitByChannel", reason: "limits-by-channel", value: { online, postal } },
    ]);
  });

  it.each([
    ["a channel with two times", ["DIRECT", "2"], ["DIRECT", "3"], ["ONLINE", "2"]],
    ["a channel in words alone", ["DIRECT", "5"], ["ONLINE", "15"], ["POSTAL", "1", "Theo quy định OTHER"]],
    [
      "a figure with the days of mountain communes",
      ["DIRECT", "5"],
      ["ONLINE", "15", "WORKING_DAY", "Xã miền núi: tăng thêm 10 ngày làm việc"],
    ],
  ])("proposes no times by channel for %s", (_what, ...rows) => {
    const channels = (rows as [string, string, string?, string?][]).map(
      ([method, qty, unit = "WORKING_DAY", note = ""]) => channel(method, qty, unit, note),
    );
    const { content, doubts } = withChannels(...channels);
    expect(content.limit).toBeUndefined();
    expect(doubts).toMatchObject([{ field: "limit", reason: "limits-differ" }]);
  });

  it("gives fees as they are, those of all channels once, and doubts what cannot be đồng", () => {
    const fee = { vnd: "100", note: "" };
    const half = { vnd: "35000", note: "Khu vực đô thị" };
    const { content, doubts } = withChannels(
      channel("ONLINE", "5", "DAY", "", [fee, half]),
      channel("DIRECT", "5", "DAY", "", [fee]),
    );
    expect(content.fees).toEqual([
      { name: "Phí, lệ phí", amount: 100 },
      { name: "Phí, lệ phí", amount: 35000, note: "Khu vực đô thị", channel: "online" },
    ]);
    expect(doubts).toMatchObject([{ field: "fees", reason: "fee-too-small" }]);
  });

  it("does not call a fee free when its note names a price", () => {
    const priced = { vnd: "0", note: "200.000 đồng/hồ sơ đối với tổ chức" };
    const free = { vnd: "0", note: "Không có" };
    expect(withChannels(channel("DIRECT", "5", "DAY", "", [priced, free])).content.fees).toEqual([
      { name: "Phí, lệ phí", note: priced.note },
      { name: "Phí, lệ phí", amount: 0 },
    ]);
  });

  it("lists a paper of several cases once, without a heading where they differ", () => {
    const paper = (group: string, name: string, original: number, copy: number) => ({
      group,
      name,
      original,
      copy,
    });
    const { content } = mapped({
      components: [
        paper("Cấp mới", "Bản vẽ thiết kế", 1, 0),
        paper("Sửa chữa", "bản vẽ  thiết kế", 0, 2),
        paper("Cấp mới", "Giấy ủy quyền (nếu có)", 1, 0),
      ],
    });
    expect(content.papers).toEqual([
      { id: "p1", name: "Bản vẽ thiết kế", originals: 1, copies: 2, required: true },
      {
        id: "p2",
        name: "Giấy ủy quyền (nếu có)",
        group: "Cấp mới",
        originals: 1,
        copies: 0,
        required: false,
      },
    ]);
  });

  it("doubts a customs office at the commune and a level nobody knows", () => {
    expect(mapped({ executing: "Chi cục Hải quan khu vực" }).doubts).toMatchObject([
      { reason: "level-contradicts-agency", value: "Chi cục Hải quan khu vực" },
    ]);
    const { content, doubts } = mapped({ level: "Cấp Tỉnh, Cấp Vùng" });
    expect(content.levels).toEqual(["province"]);
    expect(doubts).toMatchObject([{ reason: "level-unknown", value: "Cấp Vùng" }]);
  });

  it("takes cases with their own limit", () => {
    const cases = [
      { case_code: "1.900001.01", qty: 10, unit: "WORKING_DAY" },
      { case_code: "1.900001.02", qty: 1, unit: "OTHER" },
    ];
    expect(mapped({ processing_cases: cases }).content.variants).toEqual([
      { code: "1.900001.01", name: "Trường hợp 01", limit: { amount: 10, unit: "working-day" } },
    ]);
  });

  it.each([
    [{ name: "Không mã" }, "code: required"],
    [{ code: "ABC", name: "Mã lạ", field: "x" }, "code: not-a-procedure-code"],
    [nationalRecord("1.900001", "  "), "name: required"],
    [
      nationalRecord("1.900001", "Kênh lạ", { channels: [channel("FAX", "1", "DAY")] }),
      "channels.0.method: unknown-channel",
    ],
    [null, "not-a-record"],
    [[1, 2], "not-a-record"],
  ])("refuses a broken record and names the fault (%#)", (record, fault) => {
    expect(nationalToContent(record)).toEqual({ ok: false, refusal: "broken-record", detail: fault });
  });

  it("takes out signs that no database keeps", () => {
    expect(mapped({ steps: "Bước\u0000 1\r\n  xong\ud800" }).content.sequence).toBe("Bước 1\nxong\ufffd");
  });
});
