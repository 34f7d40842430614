import type { Lang } from "./kernel/time.ts";
import type { ErrorFace, ErrorWord } from "./platform/http/errors.ts";
import { type AssetPaths, CitizenShell, LinkButton, PageTitle, renderPage } from "./ui/index.ts";

type Words = { readonly title: string; readonly text: string };

const TEXTS: Record<ErrorWord, Record<Lang, Words>> = {
  "not-signed-in": {
    vi: { title: "Cần đăng nhập", text: "Phiên làm việc đã hết. Đăng nhập rồi làm lại bước vừa rồi." },
    en: { title: "Sign in first", text: "Your session has ended. Sign in and repeat the last step." },
  },
  "token-invalid": {
    vi: { title: "Mã truy cập không dùng được", text: "Mã không tồn tại, đã hết hạn hoặc đã bị thu hồi." },
    en: { title: "The token does not work", text: "It is unknown, expired or revoked." },
  },
  "second-factor-owed": {
    vi: { title: "Còn thiếu mã xác thực", text: "Nhập mã từ ứng dụng xác thực để vào hệ thống." },
    en: { title: "The code is still missing", text: "Enter the code of your authenticator app." },
  },
  "not-permitted": {
    vi: {
      title: "Vị trí của bà/ông không có quyền này",
      text: "Nếu công việc cần đến, đề nghị quản trị viên của cơ quan xem lại vị trí công tác.",
    },
    en: {
      title: "Your post does not allow this",
      text: "If your work needs it, ask the administrator of your unit to look at your posts.",
    },
  },
  "cross-site": {
    vi: {
      title: "Biểu mẫu đã cũ",
      text: "Chưa có gì được lưu. Mở lại trang, kiểm tra rồi gửi lại.",
    },
    en: {
      title: "This form is out of date",
      text: "Nothing was saved. Open the page again and send it once more.",
    },
  },
  "not-found": {
    vi: { title: "Không có trang này", text: "Địa chỉ có thể gõ sai, hoặc trang đã chuyển đi nơi khác." },
    en: { title: "There is no such page", text: "The address may be mistyped, or the page has moved." },
  },
  "file-too-large": {
    vi: { title: "Tệp quá lớn", text: "Mỗi tệp tối đa 20 MB. Hãy quét lại ở độ phân giải thấp hơn." },
    en: { title: "A file is too large", text: "A file may have 20 MB. Scan it again at a lower resolution." },
  },
  "request-invalid": {
    vi: { title: "Yêu cầu không đúng mẫu", text: "Chưa có gì được lưu. Quay lại trang trước và thử lại." },
    en: { title: "The request is not well formed", text: "Nothing was saved. Go back and try again." },
  },
  "too-many-requests": {
    vi: { title: "Quá nhiều yêu cầu", text: "Hãy đợi một phút rồi thử lại." },
    en: { title: "Too many requests", text: "Wait a minute and try again." },
  },
  "something-went-wrong": {
    vi: {
      title: "Hệ thống gặp lỗi",
      text: "Chưa có gì được lưu. Hãy thử lại; nếu vẫn lỗi, báo cho bộ phận hỗ trợ mã sự cố này:",
    },
    en: {
      title: "Something went wrong",
      text: "Nothing was saved. Try again; if it fails again, give the support this incident number:",
    },
  },
};

/** Draws what went wrong in the citizens' face: one sentence on what to do, and a way on. */
export function makeErrorPage(assets: AssetPaths, province: () => Readonly<Record<Lang, string>>): ErrorFace {
  return (request, { word, incident }) => {
    // A request can fail before its language was found out.
    const lang: Lang = request.lang === "en" ? "en" : "vi";
    const { title, text } = TEXTS[word][lang];
    const home = request.url.startsWith("/officer") ? "/officer" : "/";
    return renderPage(
      <CitizenShell
        lang={lang}
        title={title}
        province={province()[lang]}
        path={request.url}
        assets={assets}
        csrf={request.session?.csrfToken}
      >
        <PageTitle title={title} lead={text} />
        {incident === undefined ? null : (
          <p>
            <code>{incident}</code>
          </p>
        )}
        <LinkButton href={home}>{lang === "vi" ? "Về trang chính" : "To the main page"}</LinkButton>
      </CitizenShell>,
    );
  };
}
