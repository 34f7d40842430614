import type { VNode } from "preact";
import {
  Actions,
  DueChip,
  Explain,
  LinkButton,
  Notice,
  PageTitle,
  PrintLink,
  ProgressBar,
  StateBadge,
  StepTrack,
  SummaryList,
  Timeline,
  type TimelineItem,
} from "../index.ts";
import { CitizenShell } from "../shell/citizen-shell.tsx";
import type { GalleryProps } from "./gallery-props.ts";

const story: readonly TimelineItem[] = [
  { title: "Nộp trực tuyến", at: "thứ hai tuần trước", exact: "08:12 ngày 24/08/2026", icon: "send" },
  {
    title: "Được tiếp nhận",
    at: "thứ hai tuần trước",
    exact: "10:30 ngày 24/08/2026",
    by: "Bộ phận một cửa phường Quy Nhơn",
    icon: "stamp",
    tone: "ok",
    body: <a href="/giay-tiep-nhan.pdf">Giấy tiếp nhận hồ sơ và hẹn trả kết quả (PDF)</a>,
  },
  {
    title: "Phòng Kinh tế đang thẩm định",
    at: "từ hôm qua",
    exact: "09:05 ngày 31/08/2026",
    by: "Lê Thị Hồng",
    moment: "now",
    body: (
      <>
        <DueChip lateness="ok" text="còn 2 ngày làm việc" exact="17:00 ngày 03/09/2026" />
        <Explain summary="Vì sao là ngày 03/09?">
          3 ngày làm việc từ 10:30 ngày 24/08/2026, không tính thứ bảy, chủ nhật và hai ngày nghỉ lễ.
        </Explain>
      </>
    ),
  },
  { title: "Lãnh đạo phường ký", moment: "future", icon: "pen" },
  { title: "Trả kết quả", at: "hẹn 17:00 ngày 04/09/2026", moment: "future", icon: "file" },
];

/** A case as a vertical story. */
export function CitizenCase({ lang, assets }: GalleryProps): VNode {
  return (
    <CitizenShell
      lang={lang}
      assets={assets}
      csrf="token"
      title="Hồ sơ H21.214-260824-0012"
      province="Tỉnh Gia Lai"
      path="/ho-so/H21.214-260824-0012?tu=sms"
      user={{ name: "Nguyễn Thị Lụa" }}
      back={{ href: "/ho-so", label: "Hồ sơ của tôi" }}
      flash={{
        tone: "ok",
        text: "Đã nhận giấy tờ bổ sung",
        detail: "Chúng tôi sẽ báo khi có bước tiếp theo.",
      }}
    >
      <PageTitle
        title="Hồ sơ của bà đang ở Phòng Kinh tế"
        kicker={<span class="code">H21.214-260824-0012</span>}
        lead="Đăng ký thành lập hộ kinh doanh. Không cần làm gì thêm lúc này."
        actions={<StateBadge state={4} />}
      />
      <StepTrack
        steps={[
          { label: "Tiếp nhận", state: "done" },
          { label: "Thẩm định", state: "current" },
          { label: "Ký", state: "next" },
          { label: "Trả kết quả", state: "next" },
        ]}
      />
      <Notice tone="warn" title="Sắp đến kỳ nghỉ lễ Quốc khánh">
        Ngày 01 và 02/09/2026 không tính vào thời hạn.
      </Notice>
      <h2>Diễn biến</h2>
      <Timeline items={story} label="Diễn biến hồ sơ" />
      <h2>Đã khai</h2>
      <SummaryList
        items={[
          { label: "Tên hộ kinh doanh", value: "Quán bún cá Lụa", changeHref: "/sua/ten" },
          { label: "Địa chỉ", value: "12 Trần Phú, phường Quy Nhơn", changeHref: "/sua/dia-chi" },
          { label: "Vốn kinh doanh", value: "50.000.000 đ" },
        ]}
      />
      <ProgressBar label="Giấy tờ đã đủ" value={3} max={5} text="3 trong 5" tone="ok" />
      <Actions>
        <LinkButton href="/hoi" kind="primary" icon="chat">
          Hỏi về hồ sơ này
        </LinkButton>
        <LinkButton href="/rut" disabledReason="Đã ký kết quả thì không rút được nữa.">
          Rút hồ sơ
        </LinkButton>
        <PrintLink />
      </Actions>
    </CitizenShell>
  );
}
