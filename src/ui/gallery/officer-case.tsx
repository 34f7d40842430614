import type { VNode } from "preact";
import {
  Actions,
  Badge,
  Button,
  DueChip,
  FilePreview,
  Form,
  LatenessBadge,
  LinkButton,
  PageTitle,
  Panes,
  StateBadge,
  StepTrack,
  SummaryList,
  TextArea,
  Timeline,
} from "../index.ts";
import type { GalleryProps } from "./gallery-props.ts";
import { OfficerFrame } from "./officer-frame.tsx";

/** A case on one screen: facts, papers, lawful actions. */
export function OfficerCase({ lang, assets }: GalleryProps): VNode {
  return (
    <OfficerFrame
      lang={lang}
      assets={assets}
      title="H21.214-260824-0012"
      flash={{ tone: "warn", text: "Lê Thị Hồng vừa sửa hồ sơ này" }}
    >
      <PageTitle
        title="Nguyễn Thị Lụa"
        kicker="H21.214-260824-0012 · Đăng ký thành lập hộ kinh doanh"
        badge={<StateBadge state={4} />}
        actions={<DueChip lateness="soon" text="còn 1 ngày làm việc" exact="17:00 ngày 03/09/2026" />}
      />
      <StepTrack
        steps={[
          { label: "Tiếp nhận", state: "done", note: "Bộ phận một cửa, 24/08" },
          { label: "Thẩm định", state: "late", note: "Phòng Kinh tế, hạn 28/08" },
          { label: "Ký", state: "next", note: "Lãnh đạo phường" },
          { label: "Trả kết quả", state: "next", note: "Bộ phận một cửa" },
        ]}
      />
      <Panes
        left={
          <>
            <h2>Thông tin</h2>
            <SummaryList
              dense
              items={[
                { label: "Số định danh", value: <span class="code">052190001234</span> },
                { label: "Điện thoại", value: "0905 123 456" },
                { label: "Kênh nộp", value: <Badge label="Trực tuyến toàn trình" tone="info" icon="send" /> },
                { label: "Bước này", value: <LatenessBadge lateness="late" /> },
                { label: "Lệ phí", value: "100.000 đ, đã nộp" },
              ]}
            />
          </>
        }
        middle={
          <>
            <h2>Giấy tờ</h2>
            <FilePreview
              href="/tep/1.png"
              name="Ảnh thẻ căn cước.png"
              contentType="image/png"
              size="420 kB"
            />
            <FilePreview
              href="/tep/2.docx"
              name="Phương án.docx"
              contentType="application/msword"
              size="88 kB"
            />
            <h2>Diễn biến</h2>
            <Timeline
              items={[
                { title: "Được tiếp nhận", at: "24/08 10:30", by: "Trần Thị Thu Hà", icon: "stamp" },
                { title: "Chuyển Phòng Kinh tế", at: "24/08 10:31", by: "tự động", icon: "arrow-right" },
                { title: "Đang thẩm định", at: "từ 25/08", by: "Lê Thị Hồng", moment: "now" },
              ]}
            />
          </>
        }
        right={
          <>
            <h2>Việc làm được bây giờ</h2>
            <Form action="/ho-so/0012/chuyen" keep="case-0012-note">
              <TextArea name="opinion" label="Ý kiến thẩm định" required={false} rows={3} />
              <Actions stacked>
                <Button kind="primary" icon="arrow-right">
                  Trình ký
                </Button>
                <Button name="act" value="supplement" icon="file">
                  Yêu cầu bổ sung
                </Button>
                <Button disabledReason="Chỉ trả được khi kết quả đã ký và đóng dấu số.">Trả kết quả</Button>
                <LinkButton href="/tu-choi" kind="danger" icon="stop">
                  Từ chối hồ sơ
                </LinkButton>
              </Actions>
            </Form>
          </>
        }
      />
    </OfficerFrame>
  );
}
