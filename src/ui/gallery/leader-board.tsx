import type { VNode } from "preact";
import {
  Badge,
  BarChart,
  CardGrid,
  type CaseStateCode,
  Confirm,
  type Lateness,
  LatenessBadge,
  Notice,
  PageTitle,
  PrintLink,
  StateBadge,
  StatFigure,
} from "../index.ts";
import type { GalleryProps } from "./gallery-props.ts";
import { OfficerFrame } from "./officer-frame.tsx";

const states: readonly CaseStateCode[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const verdicts: readonly Lateness[] = ["ok", "soon", "due-today", "late", "paused", "met", "missed"];

/** What is late, where, and who must be urged. */
export function LeaderBoard({ lang, assets }: GalleryProps): VNode {
  return (
    <OfficerFrame lang={lang} assets={assets} title="Toàn tỉnh hôm nay">
      <PageTitle title="Toàn tỉnh hôm nay" lead="31/08/2026, lúc 14:05" actions={<PrintLink />} />
      <CardGrid>
        <StatFigure
          value="98,4"
          unit="%"
          label="đúng hạn, số chính thức"
          tone="ok"
          note="thực tế 96,1 %"
          href="/so-lieu/dung-han"
        />
        <StatFigure value="19" label="hồ sơ quá hạn" tone="danger" href="/so-lieu/qua-han" />
        <StatFigure value="64" label="đến hạn hôm nay" tone="warn" />
        <StatFigure value="1.223" label="đang xử lý" />
      </CardGrid>
      <BarChart
        title="Quá hạn theo cơ quan"
        labelHeading="Cơ quan"
        valueHeading="Hồ sơ"
        bars={[
          { label: "Sở Nông nghiệp và Môi trường", value: 9, tone: "danger", href: "/so-lieu/H21.10" },
          { label: "UBND phường Quy Nhơn", value: 5, tone: "danger" },
          { label: "Sở Xây dựng", value: 3, tone: "warn" },
          { label: "UBND xã Ia Grai", value: 2, tone: "warn" },
          { label: "Sở Tư pháp", value: 0 },
        ]}
      />
      <h2>Mười trạng thái quốc gia</h2>
      <div class="row">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </div>
      <h2>Thời hạn</h2>
      <div class="row">
        {verdicts.map((lateness) => (
          <LatenessBadge key={lateness} lateness={lateness} />
        ))}
        <Badge label="Mật" tone="danger" />
        <Badge label="Không kết nối" />
      </div>
      <Notice tone="info">Số liệu tính lại mỗi phút.</Notice>
      <Notice tone="ok" title="Đã gửi nhắc việc cho 3 đơn vị" />
      <Notice tone="danger" title="Trục liên thông không trả lời từ 13:40">
        Văn bản được giữ và gửi lại mỗi phút.
      </Notice>
      <div class="card">
        <Confirm
          question="Nhắc Sở Nông nghiệp và Môi trường?"
          consequences={[
            "Giám đốc Sở nhận thông báo ngay.",
            "Lời nhắc được ghi vào hồ sơ công việc và không xóa được.",
          ]}
          action="/nhac"
          confirmLabel="Gửi lời nhắc"
          cancelHref="/so-lieu"
        />
      </div>
    </OfficerFrame>
  );
}
