import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, parseIso } from "../../../kernel/time.ts";
import { answerUrge } from "../answer-urge/answer-urge.ts";
import { apologise } from "../apologise/apologise.ts";
import { approveResult } from "../approve-result/approve-result.ts";
import { askOpinion } from "../ask-opinion/ask-opinion.ts";
import { completeSupplement } from "../complete-supplement/complete-supplement.ts";
import { confirmPayment } from "../confirm-payment/confirm-payment.ts";
import type { CaseState } from "../domain/case-state.ts";
import { draftResult } from "../draft-result/draft-result.ts";
import { giveOpinion } from "../give-opinion/give-opinion.ts";
import { handOver } from "../hand-over/hand-over.ts";
import { issueResult } from "../issue-result/issue-result.ts";
import { noteFinancialDuty } from "../note-financial-duty/note-financial-duty.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { proposeSupplement } from "../propose-supplement/propose-supplement.ts";
import { recallResult } from "../recall-result/recall-result.ts";
import { receiveAtOnce } from "../receive-at-once/receive-at-once.ts";
import { askBeforeReceiving, refuseCase } from "../refuse-case/refuse-case.ts";
import { requestSupplement } from "../request-supplement/request-supplement.ts";
import { sendBack } from "../send-back/send-back.ts";
import { stopCase } from "../stop-case/stop-case.ts";
import { urge } from "../urge/urge.ts";
import { withdraw } from "../withdraw/withdraw.ts";
import { type CitizenRoom, citizenRoom } from "./testing/citizen-room.ts";
import { readingText } from "./testing/reading-text.ts";
import { testProcedure } from "./testing/test-procedures.ts";

const DESK = "thuy.kt.pleiku";
const SPECIALIST = "nam.nh.pleiku";
const LEADER = "trung.vt.pleiku";
const CLERK = "ngoc.ltb.pleiku";
const MONDAY = instantOf("2026-11-23", 9 * 60);

let room: CitizenRoom;

describe("the citizen's page of a case", () => {
  beforeAll(async () => {
    room = await citizenRoom();
  });
  afterAll(() => room?.close());

  const at = (iso: string) => room.clock.moveTo(parseIso(`${iso}+07:00`));

  /** The words that a person reads on the page of a case. */
  async function page(state: CaseState, query = ""): Promise<string> {
    const answer = await room.get(`${room.qr(state)}${query}`);
    expect(answer.statusCode).toBe(200);
    return readingText(answer.body);
  }

  async function received(input: Parameters<CitizenRoom["receive"]>[0] = {}): Promise<CaseState> {
    room.clock.moveTo(MONDAY);
    return room.receive(input);
  }

  async function atSpecialist(input: Parameters<CitizenRoom["receive"]>[0] = {}): Promise<CaseState> {
    const state = await received(input);
    return room.does(DESK, passOn, state.id, { note: "ghi chú nội bộ" });
  }

  async function issued(kind: "granted" | "refused" = "granted", when?: string): Promise<CaseState> {
    const { id } = await atSpecialist();
    const draft = { kind, title: "Giấy khai sinh", content: "nội dung dự thảo" };
    await room.does(SPECIALIST, draftResult, id, { ...draft, title: "Bản nháp" });
    await room.does(SPECIALIST, draftResult, id, draft);
    await room.does(SPECIALIST, passOn, id, {});
    await room.does(LEADER, approveResult, id, { note: "duyệt" });
    if (when !== undefined) at(when);
    return room.does(CLERK, issueResult, id, {});
  }

  async function waitsForPapers(): Promise<CaseState> {
    const { id } = await atSpecialist();
    const asked = { items: "Bản sao hộ khẩu\nẢnh chân dung", reason: "Tờ khai thiếu ảnh" };
    await room.does(SPECIALIST, proposeSupplement, id, asked);
    at("2026-11-24T10:00");
    return room.does(DESK, requestSupplement, id, asked);
  }

  it("says after receipt where the case is, until when, and what comes", async () => {
    const state = await received();
    const text = await page(state);
    expect(text).toContain(
      "Hồ sơ của bà đang ở Trung tâm Phục vụ hành chính công phường Pleiku, còn 5 ngày làm việc",
    );
    expect(text).toContain("Bà chưa cần làm gì thêm.");
    expect(text).toContain("Hẹn trả kết quả 16:30 ngày 30/11/2026.");
    expect(text).toContain("Đăng ký lại khai sinh");
    expect(text).toContain("Ủy ban nhân dân phường Pleiku thẩm định, giải quyết");
    expect(text).toContain("Trả kết quả tại Trung tâm Phục vụ hành chính công phường Pleiku");
    expect(text).toContain("Được tiếp nhận");
    expect(text).toMatch(/Giờ tiếp nhận\s*thứ hai–thứ sáu 07:00–11:30, 13:00–16:30/);
  });

  it("counts the time left in working days and says plainly when it has run out", async () => {
    const state = await atSpecialist();
    expect(await page(state)).toContain(
      "Hồ sơ của bà đang ở Ủy ban nhân dân phường Pleiku, còn 5 ngày làm việc",
    );
    at("2026-11-26T15:00");
    expect(await page(state)).toContain("còn 2 ngày làm việc");
    at("2026-11-30T08:00");
    expect(await page(state)).toContain("hẹn trả hôm nay lúc 16:30");
    at("2026-12-02T09:00");
    const late = await page(state);
    expect(late).toContain("quá hẹn 1 ngày làm việc");
    expect(late).toContain("Cơ quan đã trễ hẹn với bà");
    expect(late).not.toContain("chưa cần làm gì thêm");
  });

  it("tells who is asked for an opinion, not what was asked or answered", async () => {
    const { id } = await atSpecialist();
    const unitId = room.unitId("H21.16");
    await room.does(SPECIALIST, askOpinion, id, { unitId, question: "câu hỏi nội bộ" });
    const asked = await room.does(SPECIALIST, draftResult, id, {
      kind: "granted",
      title: "Bản nháp",
      content: "nội dung dự thảo",
    });
    expect(await page(asked)).toContain("Sở Tư pháp tỉnh Gia Lai đang được lấy ý kiến; thời hạn vẫn chạy");
    const state = await room.does("diep.htn.tuphap", giveOpinion, id, {
      opinion: "disagree",
      text: "ý riêng",
    });
    const text = await page(state);
    expect(text).toContain("Ủy ban nhân dân phường Pleiku lấy ý kiến Sở Tư pháp tỉnh Gia Lai");
    expect(text).toContain("Sở Tư pháp tỉnh Gia Lai đã trả lời ý kiến");
    for (const secret of ["câu hỏi nội bộ", "ý riêng", "Bản nháp", "nội dung dự thảo", "ghi chú nội bộ"])
      expect(text).not.toContain(secret);
  });

  it("keeps a proposal between officers until the desk asks in writing", async () => {
    const { id } = await atSpecialist();
    const state = await room.does(SPECIALIST, proposeSupplement, id, { items: "Ảnh", reason: "thiếu" });
    expect(await page(state)).not.toContain("thiếu");
  });

  it("lists the missing papers, says that the clock stands and what happens then", async () => {
    const state = await waitsForPapers();
    const text = await page(state);
    expect(text).toContain("Hồ sơ đang chờ bà bổ sung giấy tờ");
    expect(text).toContain("Việc cần làm: bổ sung giấy tờ");
    expect(text).toContain("Bản sao hộ khẩu");
    expect(text).toContain("Ảnh chân dung");
    expect(text).toContain("Lý do: Tờ khai thiếu ảnh");
    expect(text).toContain("Thời hạn tạm dừng từ 10:00 ngày 24/11/2026");
    expect(text).toContain("tính lại từ đầu");
    expect(text).toContain("Ngày hẹn đầu tiên 16:30 ngày 30/11/2026");
  });

  it("keeps the first date beside the new one after the papers came", async () => {
    const { id } = await waitsForPapers();
    at("2026-12-01T09:00");
    const state = await room.does(DESK, completeSupplement, id, { papers: "Ảnh chân dung" });
    const text = await page(state);
    expect(text).toContain("Ngày hẹn đầu tiên 16:30 ngày 30/11/2026");
    expect(text).toContain("Ngày hẹn hiện nay 16:30 ngày 08/12/2026");
    expect(text).toContain("còn 5 ngày làm việc");
  });

  it("says what to pay and lets the remaining time go on after it", async () => {
    const { id } = await atSpecialist();
    const duty = { name: "Lệ phí trước bạ", amount: "1.500.000", notice: "12/TB-CT" };
    const asked = await page(await room.does(SPECIALIST, noteFinancialDuty, id, duty));
    expect(asked).toContain("Hồ sơ đang chờ bà nộp tiền");
    expect(asked).toContain("Lệ phí trước bạ: 1.500.000 đ, theo thông báo 12/TB-CT.");
    expect(asked).toContain("phần thời hạn còn lại được tính tiếp");
    at("2026-11-25T09:00");
    const paid = await page(await room.does(DESK, confirmPayment, id, { receipt: "BL 0001" }));
    expect(paid).toContain("Thời hạn chạy tiếp, hẹn trả kết quả 16:30 ngày 02/12/2026.");
    expect(paid).toContain("Ngày hẹn đầu tiên 16:30 ngày 30/11/2026");
  });

  it("shows the apology and both dates, and lets late stay late", async () => {
    const { id } = await atSpecialist();
    at("2026-12-01T08:00");
    const state = await room.does(LEADER, apologise, id, { reason: "Cán bộ nghỉ ốm", newDate: "04/12/2026" });
    const text = await page(state);
    expect(text).toContain("Cơ quan đã xin lỗi và hẹn lại");
    expect(text).toContain("Cán bộ nghỉ ốm");
    expect(text).toContain("Ngày hẹn đầu tiên 16:30 ngày 30/11/2026");
    expect(text).toContain("Ngày hẹn lại khi xin lỗi 16:30 ngày 04/12/2026");
    expect(text).toContain("vẫn tính là trễ");
  });

  it("names the date in force where the lawful one moved past that of the apology, and says when it has passed too", async () => {
    const { id } = await atSpecialist();
    at("2026-11-24T08:00");
    await room.does(LEADER, apologise, id, { reason: "Cán bộ nghỉ ốm", newDate: "04/12/2026" });
    const duty = { name: "Lệ phí trước bạ", amount: "1.500.000", notice: "12/TB-CT" };
    await room.does(SPECIALIST, noteFinancialDuty, id, duty);
    at("2026-12-10T08:00");
    const state = await room.does(DESK, confirmPayment, id, { receipt: "BL 0002" });
    const text = await page(state);
    expect(text).toContain("Phiếu xin lỗi hẹn lại 16:30 ngày 04/12/2026");
    expect(text).toContain("nay hẹn trả kết quả 16:30 ngày 16/12/2026");
    expect(text).not.toContain("Ngày hẹn mới: ");
    expect(text).not.toContain("đã qua mà chưa có kết quả");
    const explained = readingText((await room.get(room.qr(state, "/explain"))).body);
    expect(explained).toContain(
      "hẹn lại 16:30 ngày 04/12/2026; từ đó ngày hẹn theo quy định đã được tính lại",
    );
    at("2026-12-17T08:00");
    expect(await page(state)).toContain("Ngày này đã qua mà chưa có kết quả; bà có quyền phản ánh");
  });

  it("tells how to collect a result, its number and date, and that it came early", async () => {
    const state = await issued();
    const text = await page(state);
    expect(text).toContain("Hồ sơ của bà đã có kết quả");
    expect(text).toMatch(/Kết quả Giấy khai sinh, số \d+\/KQ-H21\.106 ngày 23\/11\/2026/);
    expect(text).toContain("Xong trước hẹn 5 ngày làm việc");
    expect(text).toContain("mang theo giấy tiếp nhận");
    expect(text.match(/đã soạn dự thảo kết quả/g)).toHaveLength(1);
  });

  it("says on time and late as they are", async () => {
    expect(await page(await issued("granted", "2026-11-30T10:00"))).toContain("Xong đúng hẹn");
    expect(await page(await issued("granted", "2026-12-03T10:00"))).toContain("Xong trễ hẹn 2 ngày làm việc");
  });

  it("calls a refusal a refusal", async () => {
    const text = await page(await issued("refused"));
    expect(text).toContain("Hồ sơ của bà đã có văn bản từ chối giải quyết");
    expect(text).toContain("ban hành văn bản từ chối số");
  });

  it("tells that a leader urged, neither who nor with which words, nor what was answered", async () => {
    const { id } = await atSpecialist();
    await room.does(LEADER, urge, id, { text: "lời đôn đốc nội bộ" });
    const state = await room.does(SPECIALIST, answerUrge, id, { text: "lời trả lời nội bộ" });
    const text = await page(state);
    expect(text).toContain("Lãnh đạo đã đôn đốc giải quyết hồ sơ");
    expect(text).not.toContain("nội bộ");
    expect(text).not.toContain("trả lời");
  });

  it("tells of a recalled result without its inner reason", async () => {
    const { id } = await issued();
    const state = await room.does(CLERK, recallResult, id, { reason: "sai chữ lót" });
    const text = await page(state);
    expect(text).toContain("thu hồi kết quả để sửa; ngày hẹn giữ nguyên");
    expect(text).not.toContain("sai chữ lót");
    expect(text).toContain("còn 5 ngày làm việc");
  });

  it("tells of work sent back without its reason", async () => {
    const { id } = await atSpecialist();
    await room.does(SPECIALIST, draftResult, id, { kind: "granted", title: "Bản nháp", content: "nội dung" });
    await room.does(SPECIALIST, passOn, id, {});
    const state = await room.does(LEADER, sendBack, id, { reason: "lý do nội bộ" });
    const text = await page(state);
    expect(text).toContain("Ủy ban nhân dân phường Pleiku xem lại bước trước");
    expect(text).not.toContain("lý do nội bộ");
  });

  it("closes the story when the result was handed over, and offers the rating", async () => {
    const { id } = await issued();
    const state = await room.does(DESK, handOver, id, {
      method: "counter",
      check: "identity-card",
      collectorName: "Nguyễn Văn Nhận",
      collectorNumber: "064085004322",
    });
    const text = await page(state);
    expect(text).toContain("Đã trả kết quả hồ sơ của bà");
    expect(text).toContain("đã trả kết quả tại quầy");
    expect(text).toContain("Đánh giá việc giải quyết hồ sơ này");
    expect(text).not.toContain("Nguyễn Văn Nhận");
    expect(text).not.toContain("064085004322");
  });

  it("tells the ends without a result: withdrawn, stopped, not accepted", async () => {
    const one = await received();
    const code = room.word(one);
    const withdrawn = { reason: "không cần nữa", proof: "confirmation-code", code };
    expect(await page(await room.does(DESK, withdraw, one.id, withdrawn))).toContain(
      "Hồ sơ đã được rút theo yêu cầu của bà",
    );
    const two = await atSpecialist();
    const reason = { reason: "Có tranh chấp tại tòa", basis: "Luật Đất đai, Điều 12" };
    const stopped = await page(await room.does(LEADER, stopCase, two.id, reason));
    expect(stopped).toContain("Hồ sơ của bà đã dừng giải quyết");
    expect(stopped).toContain("Có tranh chấp tại tòa");
    expect(stopped).toContain("Căn cứ: Luật Đất đai, Điều 12");
    expect(stopped).not.toContain("Xong");
    const input = await room.receiveInput();
    const refused = await refuseCase(room.deps, room.actor(DESK), input, "Không thuộc thẩm quyền");
    if (!refused.ok) throw new Error(refused.refusal);
    const text = await page(refused.value);
    expect(text).toContain("Hồ sơ của bà không được tiếp nhận");
    expect(text).toContain("Không thuộc thẩm quyền");
  });

  it("asks for papers before the case is accepted, when no time runs yet", async () => {
    room.clock.moveTo(MONDAY);
    const asked = { items: ["Ảnh chân dung"], reason: "thiếu ảnh" };
    const answer = await askBeforeReceiving(room.deps, room.actor(DESK), room.receiveInput(), asked);
    if (!answer.ok) throw new Error(answer.refusal);
    const text = await page(answer.value);
    expect(text).toContain("Ảnh chân dung");
    expect(text).toContain("thời hạn chưa bắt đầu tính");
    expect(text).toContain("Thời hạn giải quyết chỉ bắt đầu khi hồ sơ được tiếp nhận.");
    expect(text).not.toContain("tạm dừng");
    expect(text).not.toContain("Vì sao hẹn ngày này?");
    expect((await room.get(room.qr(answer.value, "/receipt.pdf"))).statusCode).toBe(404);
  });

  it("tells of a result handed over while the person waited", async () => {
    room.clock.moveTo(MONDAY);
    const certified = testProcedure(21, "9.21", "Chứng thực bản sao", { amount: 1, unit: "in-day" });
    room.procedures.set("9.21", { ...certified, content: { ...certified.content, returnAtOnce: true } });
    const input = room.receiveInput({ procedureCode: "9.21" });
    const done = {
      resultTitle: "Bản sao có chứng thực",
      signedBy: room.actor(LEADER).id,
      collectorName: undefined,
    };
    const answer = await receiveAtOnce(room.deps, room.actor(DESK), input, done);
    if (!answer.ok) throw new Error(answer.refusal);
    const text = await page(answer.value);
    expect(text).toContain("Đã trả kết quả hồ sơ của bà");
    expect(text).toContain("Xong đúng hẹn");
    expect(text).not.toContain("chuyển sang bước sau");
    expect(text).not.toContain("Người ký");
  });

  it("says so where a procedure has no date of return", async () => {
    const text = await page(await received({ procedureCode: "9.000003" }));
    expect(text).toContain("thủ tục này không hẹn ngày trả");
  });

  it("speaks to a man, a business and a representative as they are", async () => {
    expect(await page(await received({ applicantNumber: "064085004321" }))).toContain("Hồ sơ của ông đang");
    const business = { applicantKind: "business", applicantNumber: "0100109106" };
    expect(await page(await received(business))).toContain("Hồ sơ của doanh nghiệp đang");
    const represented = { representativeName: "Trần Văn Thay", representativePaper: "Giấy ủy quyền" };
    const text = await page(await received(represented));
    expect(text).toContain("Hồ sơ của bà/ông đang");
    expect(text).not.toContain("Trần Văn Thay");
  });

  it("tells everything in English too", async () => {
    const text = await page(await atSpecialist(), "&lang=en");
    expect(text).toContain("Your case is at People's Committee of Pleiku Ward, 5 working days left");
    expect(text).toContain("You need not do anything now.");
    expect(text).toContain("Result promised for 30/11/2026, 16:30.");
    expect(text).toContain("In progress");
  });

  it("names no officer, no citizen number, no telephone and no address in any state", async () => {
    const officers = await room.db.ownerPool.query<{ full_name: string; phone: string | null }>(
      "select full_name from organisation.officer",
    );
    const names = officers.rows.map((row) => row.full_name);
    const { id } = await issued("granted", "2026-12-03T10:00");
    const done = await room.does(DESK, handOver, id, {
      method: "counter",
      check: "receipt",
      collectorName: "Nguyễn Thị Lụa",
    });
    for (const state of [await waitsForPapers(), done]) {
      const { body } = await room.get(room.qr(state));
      expect(names.filter((name) => body.includes(name))).toEqual([]);
      for (const secret of ["064185004321", "0905123456", "lua@example.vn", "12 Trần Phú", "03/02/1985"])
        expect(body).not.toContain(secret);
    }
  });
});
