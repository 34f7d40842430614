import type { CaseRefusal } from "./domain/refusal.ts";

/** Every "no" of this room, each saying what to do instead. */
export const refusalsVi: Record<CaseRefusal, string> = {
  "not-permitted":
    "Vị trí việc làm của bà/ông không được làm việc này. Hãy nhờ người giữ vị trí đó trong đơn vị.",
  "case-not-found": "Không có hồ sơ này. Hãy kiểm tra lại mã hồ sơ hoặc tìm theo tên, số định danh.",
  "changed-meanwhile":
    "Người khác vừa thao tác trên hồ sơ này. Hãy xem thay đổi rồi gửi lại; phần đã gõ vẫn còn.",
  "wrong-state": "Hồ sơ đang ở trạng thái khác nên chưa làm được việc này. Hãy xem bước hiện tại.",
  "case-ended": "Hồ sơ đã kết thúc, không nhận thêm thao tác. Xem lại ở phần diễn biến.",
  "not-your-step": "Bước này thuộc vị trí hoặc đơn vị khác. Hãy liên hệ nơi đang giữ hồ sơ.",
  "held-by-other": "Bước này đã giao cho người khác. Lãnh đạo đơn vị có thể giao lại cho bà/ông.",
  "already-assigned": "Bước này đã giao cho chính người đó. Hãy chọn người khác nếu cần giao lại.",
  "not-your-unit": "Hồ sơ không thuộc đơn vị của bà/ông. Hãy liên hệ bộ phận một cửa đã tiếp nhận.",
  "step-has-own-action": "Bước này có thao tác riêng: hãy phê duyệt, phát hành hoặc trả kết quả.",
  "no-earlier-step": "Chưa có bước nào trước đó để trả lại. Hãy xử lý ở bước hiện tại.",
  "draft-missing": "Chưa có dự thảo kết quả. Hãy soạn dự thảo trước, hoặc trả lại cho người soạn.",
  "own-draft":
    "Bà/ông đã soạn dự thảo này nên không duyệt thay lãnh đạo được. Hãy để lãnh đạo hoặc người làm thay khác duyệt.",
  "not-approved": "Dự thảo chưa được lãnh đạo phê duyệt. Hãy chờ phê duyệt rồi phát hành.",
  "opinion-pending":
    "Đang chờ ý kiến của đơn vị khác. Có thể chuyển tiếp khi có ý kiến hoặc hết hạn trả lời.",
  "opinion-unit-invalid":
    "Không hỏi ý kiến đơn vị này được: đó là đơn vị đang giữ hồ sơ hoặc không có chuyên viên. Hãy chọn đơn vị khác.",
  "not-at-this-step": "Quy trình không cho làm việc này ở bước hiện tại.",
  "branches-open": "Nhánh khác của hồ sơ chưa xong. Chờ các nhánh xong mới phát hành được kết quả.",
  "evidence-missing": "Bước sau tạm dừng thời hạn. Hãy ghi số và ngày văn bản gửi đi làm bằng chứng.",
  "evidence-in-future": "Ngày của văn bản chưa tới. Hãy ghi ngày không sau hôm nay, {detail}.",
  "evidence-before-begin":
    "Văn bản nhận lại có ngày trước văn bản gửi đi ({detail}). Hãy xem lại ngày của văn bản.",
  "place-missing": "Chưa biết xã, phường nơi có đất hoặc nơi phát sinh việc. Hãy chọn xã, phường.",
  "supplement-pending": "Đang đề nghị bổ sung. Hãy chờ bộ phận một cửa gửi phiếu hoặc từ chối đề nghị.",
  "supplement-used":
    "Đã yêu cầu bổ sung đủ số lần cho phép. Hãy giải quyết trên giấy tờ hiện có, hoặc dự thảo kết quả từ chối kèm lý do.",
  "supplement-too-late":
    "Thời gian được yêu cầu bổ sung đã hết ngày {detail}. Hãy giải quyết trên giấy tờ hiện có, hoặc trình lãnh đạo đơn vị giải quyết cho phép kèm lý do.",
  "supplement-allowed-already": "Lãnh đạo đã cho phép. Bộ phận chuyên môn có thể đề nghị bổ sung ngay.",
  "supplement-lawful": "Vẫn còn trong số lần và thời gian luật cho phép, không cần lãnh đạo cho phép thêm.",
  "supplement-not-proposed": "Chưa có đề nghị bổ sung từ đơn vị giải quyết. Hãy chờ đề nghị.",
  "lapse-too-early": "Người nộp được bổ sung đến hết ngày {detail}. Chỉ kết thúc hồ sơ khi đã qua ngày đó.",
  "proof-missing":
    "Chưa có bằng chứng người dân yêu cầu rút. Hãy tải bản quét đơn có chữ ký, hoặc nhập mã trên giấy tiếp nhận.",
  "proof-wrong": "Mã không khớp với mã in trên giấy tiếp nhận. Hãy nhập lại hoặc dùng đơn có chữ ký.",
  "apology-used": "Đã xin lỗi, hẹn lại đủ số lần cho phép. Hãy tập trung giải quyết xong hồ sơ.",
  "apology-not-owed":
    "Hồ sơ chưa đến lúc phải xin lỗi: ngày hẹn đã dời ra sau, phiếu sẽ tự soạn lại nếu cần. Vẫn muốn xin lỗi sớm thì mở hồ sơ.",
  "new-date-not-later": "Ngày hẹn mới phải sau hôm nay và sau ngày hẹn hiện tại. Hãy chọn ngày muộn hơn.",
  "new-date-not-working": "Ngày hẹn mới là ngày nghỉ. Hãy chọn một ngày làm việc.",
  "signed-otherwise":
    "Kết quả đã ký khác với điều mà luật coi là câu trả lời khi im lặng. Hãy phát hành, hoặc trả lại để sửa.",
  "no-appointment": "Hồ sơ không có ngày hẹn đang tính nên không hẹn lại được.",
  "result-exists": "Đã có kết quả nên không rút hồ sơ được nữa. Hãy trả kết quả cho người dân.",
  "nothing-to-urge":
    "Hồ sơ không có bước nào của cơ quan đang chờ làm nên không đôn đốc được. Hãy xem bước hiện tại.",
  "urge-own-work": "Bước này do chính vị trí của bà/ông giữ. Hãy làm hoặc giao lại cho người khác.",
  "urge-pending":
    "Đã đôn đốc bước này và đang chờ trả lời. Có thể đôn đốc lại sau một ngày làm việc nếu chưa được trả lời.",
  "no-urge": "Không có đôn đốc nào đang chờ trả lời.",
  "already-rated": "Hồ sơ đã được đánh giá. Mỗi hồ sơ đánh giá một lần.",
  "procedure-not-found": "Không có thủ tục hoặc trường hợp này. Hãy chọn lại trong danh mục.",
  "procedure-not-receivable":
    "Thủ tục này chưa nhận được hồ sơ. Hãy nhờ cán bộ kiểm soát thủ tục hành chính hoàn thiện.",
  "procedure-has-no-process":
    "Thủ tục chưa có quy trình nội bộ. Hãy nhờ cán bộ kiểm soát thủ tục hành chính công bố quy trình.",
  "same-procedure": "Hồ sơ đã ở đúng thủ tục và trường hợp này. Hãy chọn thủ tục khác.",
  "unit-ended": "Đơn vị này đã kết thúc hoạt động do sắp xếp. Hãy chọn đơn vị kế thừa.",
  "no-successor-open":
    "Hồ sơ không chờ xem lại nơi giải quyết sau sắp xếp đơn vị. Muốn chuyển cơ quan khác thì dùng thao tác khác.",
  "unit-unknown": "Không có đơn vị này. Hãy chọn một đơn vị trong danh sách.",
  "unit-cannot-decide": "Đơn vị này không có thẩm quyền giải quyết thủ tục. Hãy chọn đơn vị khác.",
  "officer-not-in-unit":
    "Người này không giữ vị trí cần thiết trong đơn vị. Hãy chọn một người trong danh sách.",
  "not-at-once": "Thủ tục này không trả kết quả ngay. Hãy tiếp nhận và hẹn ngày trả.",
  "nothing-to-accept": "Không có hồ sơ trực tuyến nào chờ tiếp nhận ở đây. Hãy xem bước hiện tại.",
  "group-parent":
    "Đây là hồ sơ của cả nhóm liên thông. Hãy làm việc này trên từng hồ sơ thành phần, hoặc quyết định ở trang nhóm.",
  "group-unknown":
    "Không có nhóm thủ tục liên thông này, hoặc nhóm chưa có hiệu lực. Hãy chọn trong danh sách.",
  "group-not-one": "Hồ sơ này không phải hồ sơ của một nhóm liên thông.",
  "group-nothing-to-decide": "Không có hồ sơ thành phần nào đang chờ quyết định. Hãy xem lại trang nhóm.",
  "group-decisions-missing":
    "Mỗi hồ sơ thành phần còn lại phải có một quyết định, dừng hoặc tiếp tục, kèm lý do.",
  "file-empty": "Tệp trống. Hãy chọn lại tệp.",
  "file-too-large": "Tệp lớn hơn 20 MB. Hãy quét ở độ phân giải thấp hơn hoặc chia thành nhiều tệp.",
  "file-type-unknown": "Chỉ nhận tệp PDF, JPEG, PNG, WebP hoặc TIFF. Hãy chuyển sang một trong các dạng đó.",
  "file-unknown": "Tệp nêu ở đây chưa được lưu. Hãy tải tệp lên trước rồi gửi lại.",
};
