import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flowingText, popplerInstalled } from "../../../platform/pdf/poppler.ts";
import { newFormId } from "./new-form-id.ts";
import {
  type CounterRoom,
  counterRoom,
  DESK_PLEIKU,
  DESK_PROVINCE,
  DESK_QUY_NHON,
  type Fields,
  SPECIALIST_PLEIKU,
} from "./testing/counter-room.ts";
import { faultyFields, fieldValue, textOf } from "./testing/page-reading.ts";
import { BIRTH, CLOSED, EXCHANGE, PERMIT } from "./testing/test-procedures.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const FORM = `/officer/receive/${BIRTH.code}`;

let room: CounterRoom;
beforeAll(async () => {
  room = await counterRoom();
});
afterAll(() => room.close());

/** What the officer at the desk of Pleiku types for a birth. */
function typedIn(more: Fields = {}): Fields {
  return {
    caseId: newFormId(room.clock.read()),
    receivingUnitId: String(room.directory.unitByCode("H21.106.01")?.id),
    decidingUnit: "Ủy ban nhân dân phường Pleiku",
    applicantKind: "person",
    applicantName: "Rơ Châm H'Lan",
    applicantNumber: "064195001234",
    applicantBirthDate: "05/03/1995",
    applicantAddress: "Làng Plei Ốp, phường Pleiku",
    applicantPhone: "0905 123 456",
    "paper.p1": "yes",
    "paper.p1.form": "original",
    "paper.p1.count": "1",
    "paper.p2": "yes",
    "paper.p2.form": "copy",
    copies: "1",
    feeAmount: "8.000",
    feePaid: "yes",
    returnMethod: "counter",
    do: "receive",
    ...more,
  };
}

const caseIdIn = (location: unknown): string => /cases\/([0-9a-f-]{36})\//.exec(String(location))?.[1] ?? "";
const stateOf = async (caseId: string) =>
  (await room.db.ownerPool.query("select * from cases.case_file where id = $1", [caseId])).rows[0];

describe("a deciding unit typed by its old name", () => {
  it("is told by what it is today, two of one name apart by their former district", async () => {
    const answer = await room.post(DESK_PLEIKU, FORM, typedIn({ decidingUnit: "phuong dong da" }));
    expect(answer.statusCode).toBe(422);
    expect(textOf(answer.body)).toContain(
      "phường Đống Đa (thành phố Pleiku cũ) nay là Ủy ban nhân dân phường Thống Nhất; " +
        "phường Đống Đa (thành phố Quy Nhơn cũ) nay là Ủy ban nhân dân phường Quy Nhơn.",
    );
  });
});

describe("the form of the desk", () => {
  it("stands ready: fee, own commune and the appointment if received now", async () => {
    const blank = await room.get(DESK_PLEIKU, FORM);
    expect(blank.statusCode).toBe(303);
    const page = await room.get(DESK_PLEIKU, String(blank.headers.location));
    expect(fieldValue(page.body, "feeAmount")).toBe("8.000");
    expect(fieldValue(page.body, "decidingUnit")).toBe("Ủy ban nhân dân phường Pleiku");
    // Three working days after Monday 23/11/2026, at the end of the working day.
    expect(textOf(page.body)).toContain("Nếu tiếp nhận bây giờ: hẹn trả 16:30 ngày 26/11/2026");
  });

  it("receives a case and prints the appointment receipt", async () => {
    const answer = await room.post(DESK_PLEIKU, FORM, typedIn());
    expect(answer.statusCode).toBe(303);
    const done = await room.get(DESK_PLEIKU, String(answer.headers.location));
    const code = /H21\.106-261123-\d{4}/.exec(done.body)?.[0] ?? "no code";
    expect(textOf(done.body)).toContain("16:30 ngày 26/11/2026 Hẹn trả kết quả");
    const href = `/officer/cases/${caseIdIn(answer.headers.location)}/papers/1.pdf`;
    expect(done.body).toContain(href);
    const pdf = await room.get(DESK_PLEIKU, href);
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(pdf.headers["content-disposition"]).toBe(`inline; filename="${code}-mau-01.pdf"`);
    expect(pdf.headers["cache-control"]).toBe("no-store");
    if (!popplerInstalled) return;
    const text = flowingText(pdf.rawPayload);
    expect(text).toContain(code);
    expect(text).toContain("Rơ Châm H'Lan");
    expect(text).toContain("Tờ khai đăng ký khai sinh (01 bản chính)");
    expect(text).toContain("16 giờ 30 phút, ngày 26 tháng 11 năm 2026");
    expect(text).toContain("8.000 đ (đã nộp)");
    expect(text).toContain("Pleiku, ngày 23 tháng 11 năm 2026");
  });

  it("shows the time and the appointment of each channel where they differ, and names those of the chosen one", async () => {
    const form = `/officer/receive/${EXCHANGE.code}`;
    const { headers } = await room.get(DESK_PLEIKU, form);
    const page = textOf((await room.get(DESK_PLEIKU, String(headers.location))).body);
    expect(page).toContain("Trực tiếp 2 ngày làm việc, hẹn trả 16:30 ngày 25/11/2026");
    expect(page).toContain("Bưu chính công ích 20 ngày làm việc, hẹn trả 16:30 ngày 21/12/2026");
    expect(page).toContain("Nếu tiếp nhận bây giờ: hẹn trả 16:30 ngày 25/11/2026");
    const byPost = typedIn({ channel: "postal", "paper.p2": "" });
    const looked = await room.post(DESK_PLEIKU, form, { ...byPost, do: "check" });
    expect(textOf(looked.body)).toContain("Nếu tiếp nhận bây giờ: hẹn trả 16:30 ngày 21/12/2026");
    const { location } = (await room.post(DESK_PLEIKU, form, byPost)).headers;
    const done = await room.get(DESK_PLEIKU, String(location));
    expect(textOf(done.body)).toContain("16:30 ngày 21/12/2026 Hẹn trả kết quả");
    if (!popplerInstalled) return;
    const paper = await room.get(DESK_PLEIKU, `/officer/cases/${caseIdIn(location)}/papers/1.pdf`);
    expect(flowingText(paper.rawPayload)).toContain("20 ngày làm việc (nộp qua bưu chính)");
  });

  it("keeps everything typed and says which field is wrong when the citizen number is", async () => {
    const answer = await room.post(
      DESK_PLEIKU,
      FORM,
      typedIn({ applicantNumber: "0641950012", applicantEmail: "h'lan", "paper.o1.name": "Sổ hộ khẩu cũ" }),
    );
    expect(answer.statusCode).toBe(422);
    expect(faultyFields(answer.body)).toEqual(["applicantNumber", "applicantEmail"]);
    expect(textOf(answer.body)).toContain("Số định danh có 12 chữ số");
    expect(fieldValue(answer.body, "applicantNumber")).toBe("0641950012");
    expect(fieldValue(answer.body, "applicantName")).toBe("Rơ Châm H'Lan");
    expect(fieldValue(answer.body, "applicantPhone")).toBe("0905 123 456");
    expect(fieldValue(answer.body, "paper.p2.form")).toBe("copy");
    expect(fieldValue(answer.body, "paper.p2")).toBe("yes");
    expect(fieldValue(answer.body, "paper.p3")).toBeUndefined();
    expect(fieldValue(answer.body, "paper.o1.name")).toBe("Sổ hộ khẩu cũ");
    expect(fieldValue(answer.body, "feePaid")).toBe("yes");
  });

  it("names each wrong field in its own words", async () => {
    const answer = await room.post(
      DESK_PLEIKU,
      FORM,
      typedIn({
        applicantPhone: "12",
        applicantBirthDate: "31/02/1995",
        feeAmount: "tám nghìn",
        returnMethod: "post",
      }),
    );
    expect(faultyFields(answer.body)).toEqual(
      expect.arrayContaining(["applicantPhone", "applicantBirthDate", "feeAmount"]),
    );
    const text = textOf(answer.body);
    for (const words of ["bắt đầu bằng 0 hoặc +84", "Ngày phải viết ngày/tháng/năm", "số nguyên đồng"])
      expect(text).toContain(words);
  });

  it("gives one case for a form that is sent twice, at once too", async () => {
    const form = typedIn();
    const answers = await Promise.all([
      room.post(DESK_PLEIKU, FORM, form),
      room.post(DESK_PLEIKU, FORM, form),
    ]);
    const third = await room.post(DESK_PLEIKU, FORM, form);
    expect(third.headers.location).toBe(`/officer/cases/${form.caseId}/received`);
    expect(answers.map((answer) => answer.statusCode)).toEqual([303, 303]);
    const rows = await room.db.ownerPool.query("select code from cases.case_file where id = $1", [
      form.caseId,
    ]);
    expect(rows.rowCount).toBe(1);
    const reloaded = await room.get(DESK_PLEIKU, `${FORM}?form=${form.caseId}`);
    expect(reloaded.headers.location).toBe(`/officer/cases/${form.caseId}/received`);
  });

  it("looks the form through without receiving when Enter is pressed, and waits with the next Enter", async () => {
    const form = typedIn({ do: "enter" });
    const answer = await room.post(DESK_PLEIKU, FORM, form);
    expect(answer.statusCode).toBe(200);
    expect(textOf(answer.body)).toContain("Đủ thông tin");
    expect(answer.body).toMatch(/value="receive"[^>]*data-take-focus/);
    expect(await stateOf(String(form.caseId))).toBeUndefined();
  });

  it("fills in a scanned card without JavaScript", async () => {
    const scan = "064195001234|231234567|Rơ Châm H'Lan|05031995|Nữ|Làng Plei Ốp, phường Pleiku|01012022";
    const answer = await room.post(
      DESK_PLEIKU,
      FORM,
      typedIn({
        scan,
        do: "card",
        applicantName: "",
        applicantNumber: "",
        applicantBirthDate: "",
        request: "Cho con gái",
      }),
    );
    expect(answer.statusCode).toBe(200);
    expect(fieldValue(answer.body, "applicantName")).toBe("Rơ Châm H'Lan");
    expect(fieldValue(answer.body, "applicantNumber")).toBe("064195001234");
    expect(fieldValue(answer.body, "applicantBirthDate")).toBe("05/03/1995");
    expect(fieldValue(answer.body, "scan")).toBe("");
    expect(fieldValue(answer.body, "request")).toBe("Cho con gái");
    const wrong = await room.post(DESK_PLEIKU, FORM, typedIn({ scan: "8934588012345", do: "card" }));
    expect(wrong.statusCode).toBe(422);
    expect(faultyFields(wrong.body)).toEqual(["scan"]);
  });

  it("asks for the case of the procedure where it has several, and shows the date of each", async () => {
    const address = `/officer/receive/${PERMIT.code}`;
    const desk = { receivingUnitId: String(room.directory.unitByCode("H21.00.01")?.id) };
    const blank = await room.get(
      DESK_PROVINCE,
      String((await room.get(DESK_PROVINCE, address)).headers.location),
    );
    expect(fieldValue(blank.body, "decidingUnit")).toBe(room.directory.unitByCode("H21.18")?.name);
    expect(textOf(blank.body)).toContain("5 ngày làm việc, hẹn trả 16:30 ngày 30/11/2026");
    const unit = { decidingUnit: "so xay dung" };
    const none = await room.post(DESK_PROVINCE, address, typedIn({ ...desk, ...unit }));
    expect(faultyFields(none.body)).toEqual(["variantCode"]);
    const answer = await room.post(
      DESK_PROVINCE,
      address,
      typedIn({ ...desk, ...unit, variantCode: "9.900003.02" }),
    );
    expect(answer.statusCode).toBe(303);
    const saved = await stateOf(caseIdIn(answer.headers.location));
    expect(saved.state.matter.variantName).toBe("Gia hạn");
    expect(saved.deciding_unit_id).toBe(room.directory.unitByCode("H21.18")?.id);
  });
});

describe("any desk and any commune", () => {
  it("receives at the province's centre for a commune that the officer types without marks", async () => {
    const answer = await room.post(
      DESK_PROVINCE,
      FORM,
      typedIn({
        receivingUnitId: String(room.directory.unitByCode("H21.00.01")?.id),
        decidingUnit: "phuong quy nhon",
      }),
    );
    expect(answer.statusCode).toBe(303);
    const saved = await stateOf(caseIdIn(answer.headers.location));
    expect(saved.code).toMatch(/^H21\.00\.01-261123-/);
    expect(saved.deciding_unit_id).toBe(room.directory.unitByCode("H21.180")?.id);
  });

  it("says which communes a few letters may mean", async () => {
    const answer = await room.post(DESK_PLEIKU, FORM, typedIn({ decidingUnit: "phường" }));
    expect(answer.statusCode).toBe(422);
    expect(faultyFields(answer.body)).toEqual(["decidingUnit"]);
    expect(textOf(answer.body)).toContain("Có nhiều cơ quan khớp");
  });

  it("does not receive in the name of another desk", async () => {
    const other = String(room.directory.unitByCode("H21.180.01")?.id);
    const answer = await room.post(DESK_PLEIKU, FORM, typedIn({ receivingUnitId: other }));
    expect(answer.statusCode).toBe(422);
    expect(faultyFields(answer.body)).toEqual(["receivingUnitId"]);
  });

  it("is closed to specialists", async () => {
    expect((await room.get(SPECIALIST_PLEIKU, "/officer/receive")).statusCode).toBe(403);
    expect((await room.post(SPECIALIST_PLEIKU, FORM, typedIn())).statusCode).toBe(403);
  });

  it("prints papers of a case only for desks it passes through", async () => {
    const answer = await room.post(DESK_PLEIKU, FORM, typedIn());
    const id = caseIdIn(answer.headers.location);
    for (const url of [`/officer/cases/${id}/papers/1.pdf`, `/officer/cases/${id}/control-sheet.pdf`]) {
      expect((await room.get(DESK_QUY_NHON, url)).statusCode).toBe(403);
      expect((await room.get(DESK_PLEIKU, url)).statusCode).toBe(200);
    }
    expect((await room.get(DESK_QUY_NHON, `/officer/cases/${id}/received`)).statusCode).toBe(403);
  });
});

describe("scans", () => {
  const scan = (bytes: Buffer, name: string) => new File([new Uint8Array(bytes)], name);

  it("says clearly that a program renamed to .pdf is no scan, and keeps the rest with the good file", async () => {
    const answer = await room.post(
      DESK_PLEIKU,
      FORM,
      typedIn({
        "paper.p1.file": scan(PDF, "tờ khai.pdf"),
        "paper.p2.file": scan(
          Buffer.from("MZ\u0090\u0000 this program cannot be run"),
          "giay-chung-sinh.pdf",
        ),
      }),
    );
    expect(answer.statusCode).toBe(422);
    expect(faultyFields(answer.body)).toEqual(["paper.p2.file"]);
    expect(textOf(answer.body)).toContain("Chỉ nhận tệp PDF, JPEG, PNG, WebP hoặc TIFF");
    expect(textOf(answer.body)).toContain("tờ khai.pdf");
    expect(fieldValue(answer.body, "applicantName")).toBe("Rơ Châm H'Lan");

    const kept = fieldValue(answer.body, "paper.p1.kept") ?? "";
    const caseId = fieldValue(answer.body, "caseId") ?? "";
    const again = await room.post(DESK_PLEIKU, FORM, typedIn({ caseId, "paper.p1.kept": kept }));
    expect(again.statusCode).toBe(303);
    const saved = await stateOf(caseId);
    expect(saved.state.papers[0].files).toMatchObject([
      { name: "tờ khai.pdf", mediaType: "application/pdf" },
    ]);
  });

  it("does not take a stored file of another form or of another officer", async () => {
    const first = await room.post(
      DESK_PLEIKU,
      FORM,
      typedIn({ "paper.p1.file": scan(PDF, "a.pdf"), applicantName: "" }),
    );
    const stolen = fieldValue(first.body, "paper.p1.kept") ?? "";
    const caseId = fieldValue(first.body, "caseId") ?? "";
    const otherForm = await room.post(DESK_PLEIKU, FORM, typedIn({ "paper.p1.kept": stolen }));
    expect(faultyFields(otherForm.body)).toEqual(["paper.p1.file"]);
    const forged = `${Buffer.from(JSON.stringify({ sha256: "0".repeat(64), name: "x", mediaType: "application/pdf", bytes: 1 })).toString("base64url")}.${stolen.split(".")[1]}`;
    const invented = await room.post(DESK_PLEIKU, FORM, typedIn({ caseId, "paper.p1.kept": forged }));
    expect(faultyFields(invented.body)).toEqual(["paper.p1.file"]);
    const otherDesk = { receivingUnitId: String(room.directory.unitByCode("H21.180.01")?.id) };
    const otherOfficer = await room.post(
      DESK_QUY_NHON,
      FORM,
      typedIn({ ...otherDesk, caseId, "paper.p1.kept": stolen }),
    );
    expect(faultyFields(otherOfficer.body)).toEqual(["paper.p1.file"]);
    expect(await stateOf(caseId)).toBeUndefined();
  });
});

describe("what is not received", () => {
  it("refuses with reasons, without a single paper, and prints Mẫu 03", async () => {
    const form = typedIn({ "paper.p1": [], "paper.p2": [], do: "refuse", refuseReason: "" });
    const silent = await room.post(DESK_PLEIKU, FORM, form);
    expect(silent.statusCode).toBe(422);
    expect(faultyFields(silent.body)).toEqual(["refuseReason"]);
    const answer = await room.post(DESK_PLEIKU, FORM, {
      ...form,
      refuseReason: "Không thuộc thẩm quyền của phường.",
    });
    expect(answer.statusCode).toBe(303);
    const id = caseIdIn(answer.headers.location);
    expect((await stateOf(id)).status).toBe(3);
    expect(textOf((await room.get(DESK_PLEIKU, String(answer.headers.location))).body)).toContain(
      "Đã từ chối tiếp nhận",
    );
    const pdf = await room.get(DESK_PLEIKU, `/officer/cases/${id}/papers/2.pdf`);
    expect(pdf.headers["content-disposition"]).toContain("-mau-03.pdf");
    if (popplerInstalled) expect(flowingText(pdf.rawPayload)).toContain("Không thuộc thẩm quyền của phường.");
    expect((await room.get(DESK_PLEIKU, `/officer/cases/${id}/papers/1.pdf`)).statusCode).toBe(404);
  });

  it("proposes the papers that did not come, then asks for them with Mẫu 02; no clock runs", async () => {
    const form = typedIn({ "paper.p2": [], do: "ask" });
    const proposal = await room.post(DESK_PLEIKU, FORM, form);
    expect(proposal.statusCode).toBe(200);
    expect(fieldValue(proposal.body, "askItems")).toBe("Giấy chứng sinh");
    const askReason = fieldValue(proposal.body, "askReason") ?? "";
    expect(await stateOf(String(form.caseId))).toBeUndefined();
    const answer = await room.post(DESK_PLEIKU, FORM, {
      ...form,
      askItems: "Giấy chứng sinh\nẢnh thẻ",
      askReason,
    });
    const id = caseIdIn(answer.headers.location);
    const saved = await stateOf(id);
    expect([saved.status, saved.due_at]).toEqual([5, null]);
    const pdf = await room.get(DESK_PLEIKU, `/officer/cases/${id}/papers/2.pdf`);
    expect(pdf.headers["content-disposition"]).toContain("-mau-02.pdf");
    if (popplerInstalled) expect(flowingText(pdf.rawPayload)).toContain("1. Giấy chứng sinh 2. Ảnh thẻ");
  });
});

describe("finding the procedure", () => {
  it("finds by everyday words without marks and leaves out what is not taken in", async () => {
    const found = await room.get(DESK_PLEIKU, "/officer/receive?q=lam+giay+khai+sinh+thu");
    expect(found.body).toContain(`href="/officer/receive/${BIRTH.code}"`);
    const closed = await room.get(DESK_PLEIKU, "/officer/receive?q=thu+thu+tuc+chua+nhan");
    expect(closed.body).not.toContain(CLOSED.code);
    const exact = await room.get(DESK_PLEIKU, `/officer/receive?q=${BIRTH.code}`);
    expect(exact.headers.location).toBe(`/officer/receive/${BIRTH.code}`);
  });

  it("shows what this desk receives most first", async () => {
    const page = await room.get(DESK_PLEIKU, "/officer/receive");
    expect(page.body).toContain(BIRTH.name);
    expect((await room.get(DESK_QUY_NHON, "/officer/receive")).body).not.toContain(BIRTH.name);
  });

  it("says why a procedure cannot be received, and that an unknown one does not exist", async () => {
    const location = String(
      (await room.get(DESK_PLEIKU, `/officer/receive/${CLOSED.code}`)).headers.location,
    );
    expect(textOf((await room.get(DESK_PLEIKU, location)).body)).toContain(
      "Thủ tục này chưa nhận được hồ sơ",
    );
    expect((await room.get(DESK_PLEIKU, "/officer/receive/0.000000")).statusCode).toBe(404);
  });
});
