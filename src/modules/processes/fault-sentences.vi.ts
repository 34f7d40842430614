import type { FaultSentences } from "./fault-sentences.ts";

/** What faults say to the controller of procedures, and what to do about them. */
export const vi: FaultSentences = {
  "no-steps": () => "Quy trình chưa có bước nào",
  "return-missing": () =>
    "Quy trình thiếu bước trả kết quả tại Bộ phận Một cửa nơi nhận hồ sơ (NĐ 61/2018, Điều 20)",
  "silence-without-basis": () => "Quy tắc “im lặng là trả lời” thiếu căn cứ pháp lý",
  "silence-without-limit": () =>
    "Quy tắc “im lặng là trả lời” cần thời hạn, mà danh mục chưa có thời hạn của thủ tục; hãy ghi thời hạn ở danh mục hoặc bỏ quy tắc này",
  "appointments-without-payment": () =>
    "Có hẹn lần 1 và hẹn lần 2 nhưng không có bước chờ nộp nghĩa vụ tài chính ở giữa",
  "first-step-not-receive": (step) =>
    `Bước ${step}: bước đầu phải là tiếp nhận tại Bộ phận Một cửa nơi nhận hồ sơ`,
  "receive-twice": (step) =>
    `Bước ${step}: hồ sơ chỉ được tiếp nhận một lần, ở bước đầu; hãy chọn loại việc khác cho bước này`,
  "step-id-invalid": (step) => `Bước ${step}: mã bước chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối`,
  "step-id-twice": (step) => `Bước ${step}: mã bước trùng với một bước ở trên`,
  "step-without-name": (step) => `Bước ${step}: chưa có tên`,
  "budget-invalid": (step) => `Bước ${step}: thời gian phải là số phút nguyên, không âm`,
  "step-without-budget": (step) => `Bước ${step}: bước tính vào thời hạn phải có thời gian lớn hơn 0`,
  "silence-without-opinion": (step) => `Bước ${step}: chỉ bước lấy ý kiến mới có quy tắc “quá hạn là đồng ý”`,
  "post-not-in-unit": (step) =>
    `Bước ${step}: vị trí không có ở đơn vị này (công chức một cửa chỉ làm tại Bộ phận Một cửa)`,
  unreachable: (step) => `Bước ${step}: không có đường nào đi tới`,
  "dead-end": (step) => `Bước ${step}: quy trình dừng ở đây mà chưa trả kết quả`,
  "goes-on-after-return": (step) => `Bước ${step}: sau khi trả kết quả không còn bước nào nữa`,
  loop: (step) =>
    `Bước ${step}: đi vòng trở lại chính nó; trả lại bước trước là thao tác, không phải đường đi`,
  "too-few-branches": (step) => `Bước ${step}: rẽ nhánh nhưng chưa đủ nhánh`,
  "branch-without-join": (step) => `Bước ${step}: nhánh song song kết thúc mà không về điểm hợp`,
  "branches-share-step": (step) => `Bước ${step}: nằm trên hai nhánh song song cùng lúc`,
  "uncounted-in-branch": (step) =>
    `Bước ${step}: thời hạn của hồ sơ không thể dừng riêng cho một nhánh song song`,
  "decision-in-branch": (step) => `Bước ${step}: phê duyệt, phát hành không nằm trong nhánh song song`,
  "return-before-issue": (step) => `Bước ${step}: có đường trả kết quả mà chưa phát hành`,
  "issue-before-approval": (step) => `Bước ${step}: có đường phát hành mà chưa phê duyệt`,
  "needs-draft": (step) =>
    `Bước ${step}: có đường tới đây mà chưa ai dự thảo kết quả; hãy thêm trước đó một bước giải quyết của chuyên viên, được dự thảo kết quả`,
  "work-after-issue": (step) =>
    `Bước ${step}: sau khi phát hành chỉ còn trả kết quả; hãy đưa bước này lên trước bước phát hành`,
  "payment-after-receipt": (step) =>
    `Bước ${step}: hồ sơ vừa tiếp nhận chưa thể chờ nộp tiền; hãy thêm một bước giải quyết ở giữa`,
  "post-cannot-do-work": (step, post, work, posts) =>
    `Bước ${step}: vị trí ${post} không làm được việc “${work}”; hãy chọn ${posts}`,
  "subprocess-unnamed": (step) => `Bước ${step}: chưa chọn thủ tục liên thông`,
  "unknown-target": (step, target) => `Bước ${step}: đi tới bước ${target} không có trong quy trình`,
  "branch-entered": (step, target) => `Bước ${step}: đi thẳng vào giữa nhánh song song (bước ${target})`,
  "join-is-branch": (step, target) =>
    `Bước ${step}: bước ${target} vừa là một nhánh vừa là bước chờ đủ các nhánh; hãy bỏ nó khỏi các nhánh`,
  "branch-twice": (step, target) =>
    `Bước ${step}: nhánh tới bước ${target} được ghi hai lần; hãy giữ lại một`,
  "condition-misfit": (step, fact) =>
    `Bước ${step}: điều kiện về “${fact}” thiếu giá trị hoặc sai kiểu giá trị`,
  "condition-value-unknown": (step, fact, value, known) =>
    `Bước ${step}: không hồ sơ nào có “${fact}” là “${value}”; hãy ghi giá trị khác (${known})`,
  "condition-never-asked": (step, condition) =>
    `Bước ${step}: điều kiện “${condition}” không bao giờ được chọn, vì các điều kiện ở trên đã nhận hết; hãy sửa hoặc bỏ`,
  "subprocess-unknown": (step, code) => `Bước ${step}: thủ tục ${code} chưa có quy trình đang áp dụng`,
  "subprocess-recursive": (step, code) => `Bước ${step}: quy trình của thủ tục ${code} lại chứa chính nó`,
  "subprocess-empty": (step, code) =>
    `Bước ${step}: quy trình của thủ tục ${code} không có bước nào giữa tiếp nhận và trả kết quả; hãy công bố lại quy trình đó`,
  "subprocess-may-return": (step, code) =>
    `Bước ${step}: quy trình của thủ tục ${code} có điều kiện cho trả kết quả ngay, nên không đặt vào đây được; hãy công bố lại quy trình đó, cho mọi đường về một bước trước khi trả`,
  "subprocess-branches": (step, code) =>
    `Bước ${step}: quy trình của thủ tục ${code} rẽ nhánh ngay sau tiếp nhận, nên không đặt vào đây được; hãy công bố lại quy trình đó với một bước ở trước chỗ rẽ`,
  "unit-unknown": (step, code) =>
    `Bước ${step}: không có cơ quan nào đang hoạt động mang mã ${code}; hãy chọn cơ quan khác`,
  "unit-ended": (step, code, successor) =>
    `Bước ${step}: cơ quan ${code} đã kết thúc hoạt động; hãy thay bằng ${successor}, nơi tiếp nhận công việc`,
  "over-limit": (minutes, limit, channel) =>
    channel === undefined
      ? `Đường dài nhất mất ${minutes}, vượt thời hạn giải quyết ${limit}; hãy rút ngắn các bước`
      : `Hồ sơ nộp ${channel}: đường dài nhất mất ${minutes}, vượt thời hạn ${limit} của cách nộp này; hãy rút ngắn các bước hoặc rẽ nhánh theo cách nộp`,
  "appointments-over-limit": (limit, channel) =>
    `Hẹn lần 1 và hẹn lần 2 cộng lại vượt thời hạn giải quyết ${limit}${channel === undefined ? "" : ` của hồ sơ nộp ${channel}`}; hãy rút ngắn`,
  "appointment-uncountable": (part) =>
    `Hẹn lần ${part}: thời hạn này không tính ra ngày được; hãy ghi số ngày, số tháng nguyên, hoặc số giờ, ngày làm việc`,
  "over-appointment": (minutes, limit, part) =>
    `Phần hẹn lần ${part} mất ${minutes}, vượt ${limit}; hãy rút ngắn các bước`,
};
