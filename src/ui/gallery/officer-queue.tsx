import type { VNode } from "preact";
import {
  Button,
  type CaseStateCode,
  type Column,
  DataTable,
  DueChip,
  EmptyState,
  Form,
  type Lateness,
  LinkButton,
  PageTitle,
  Pagination,
  Select,
  StateBadge,
  Tabs,
  TextField,
} from "../index.ts";
import type { GalleryProps } from "./gallery-props.ts";
import { OfficerFrame } from "./officer-frame.tsx";

type Row = {
  readonly code: string;
  readonly person: string;
  readonly procedure: string;
  readonly state: CaseStateCode;
  readonly lateness: Lateness;
  readonly due: string;
  readonly exact: string;
};

const rows: readonly Row[] = (
  [
    [
      "0007",
      "Đinh Văn Bôn",
      "Cấp lại Giấy chứng nhận quyền sử dụng đất",
      4,
      "late",
      "quá 1 ngày làm việc",
      "28/08/2026",
    ],
    ["0031", "Siu H'Lan", "Đăng ký khai sinh", 2, "due-today", "hôm nay 17:00", "31/08/2026"],
    [
      "0012",
      "Nguyễn Thị Lụa",
      "Đăng ký thành lập hộ kinh doanh",
      4,
      "soon",
      "còn 1 ngày làm việc",
      "03/09/2026",
    ],
    [
      "0044",
      "Công ty TNHH Gỗ Phú Tài Quy Nhơn",
      "Cấp giấy phép môi trường",
      4,
      "ok",
      "còn 12 ngày làm việc",
      "18/09/2026",
    ],
    ["0018", "Trần Văn Tám", "Xác nhận tình trạng hôn nhân", 5, "paused", "chờ bổ sung 3 ngày", "–"],
    ["0019", "Phạm Thị Hạnh", "Chuyển mục đích sử dụng đất", 6, "paused", "chờ nộp thuế", "–"],
    ["0003", "Lê Quốc Bảo", "Cấp bản sao trích lục hộ tịch", 9, "met", "xong trước 2 giờ", "31/08/2026"],
    ["0001", "Ksor Nham", "Cấp phiếu lý lịch tư pháp", 1, "ok", "còn 5 giờ làm việc", "31/08/2026"],
  ] as const
).map(([serial, person, procedure, state, lateness, due, exact]) => ({
  code: `H21.214-260824-${serial}`,
  person,
  procedure,
  state,
  lateness,
  due,
  exact: `17:00 ngày ${exact}`,
}));

const columns: readonly Column<Row>[] = [
  { key: "code", label: "Mã hồ sơ", primary: true, kind: "code", cell: (row) => row.code },
  { key: "person", label: "Người nộp", cell: (row) => row.person },
  { key: "procedure", label: "Thủ tục", cell: (row) => row.procedure },
  { key: "state", label: "Trạng thái", cell: (row) => <StateBadge state={row.state} /> },
  {
    key: "due",
    label: "Hạn",
    sort: { href: "?xep=han", now: "ascending" },
    cell: (row) => <DueChip lateness={row.lateness} text={row.due} exact={row.exact} />,
  },
];

/** The work queue of an officer: late first, batch actions, filters. */
export function OfficerQueue({ lang, assets }: GalleryProps): VNode {
  return (
    <OfficerFrame lang={lang} assets={assets} title="Việc của tôi">
      <PageTitle
        title="Việc của tôi"
        lead="37 hồ sơ, 3 quá hạn"
        actions={
          <LinkButton href="/tiep-nhan/moi" kind="primary" icon="stamp">
            Tiếp nhận hồ sơ
          </LinkButton>
        }
      />
      <Tabs
        label="Lọc theo hạn"
        items={[
          { href: "?loc=tat-ca", label: "Tất cả", count: 37, current: true },
          { href: "?loc=qua-han", label: "Quá hạn", count: 3, tone: "danger" },
          { href: "?loc=hom-nay", label: "Hôm nay", count: 6, tone: "warn" },
          { href: "?loc=tam-dung", label: "Tạm dừng", count: 2 },
        ]}
      />
      <Form action="/viec" method="get" class="filters">
        <TextField name="nguoi" label="Người nộp" required={false} unmarked />
        <Select
          name="linh-vuc"
          label="Lĩnh vực"
          required={false}
          unmarked
          emptyLabel="Tất cả"
          options={[{ value: "dat-dai", label: "Đất đai" }]}
        />
        <Button icon="search">Lọc</Button>
      </Form>
      <DataTable
        caption="Hồ sơ chờ xử lý"
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        rowHref={(row) => `/ho-so/${row.code}`}
        rowMark={(row) =>
          row.lateness === "late" ? "late" : row.lateness === "due-today" ? "soon" : undefined
        }
        selection={{
          name: "chon",
          form: "batch",
          label: (row) => row.code,
          refusal: (row) => (row.state === 5 ? "Đang chờ bổ sung" : undefined),
        }}
        empty={null}
      />
      <div class="row spread">
        <Form id="batch" action="/viec/chuyen" class="row">
          <Button icon="arrow-right" iconAfter>
            Chuyển các dòng đã chọn
          </Button>
        </Form>
        <Pagination nextHref="?sau=0001" note="8 trong 37 hồ sơ" />
      </div>
      <h2>Chờ tôi ký</h2>
      <DataTable
        caption="Chờ tôi ký"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.code}
        empty={
          <EmptyState title="Không có gì chờ ký" action={{ href: "/viec", label: "Xem việc của tôi" }}>
            Dự thảo kết quả xuất hiện ở đây khi chuyên viên trình ký. Bà/ông nhận thông báo ngay lúc đó.
          </EmptyState>
        }
      />
    </OfficerFrame>
  );
}
