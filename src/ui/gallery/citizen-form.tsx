import type { VNode } from "preact";
import {
  Actions,
  Button,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  errorOf,
  Fieldset,
  FileField,
  Form,
  type FormError,
  LinkButton,
  NumberField,
  PageTitle,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "../index.ts";
import { CitizenShell } from "../shell/citizen-shell.tsx";
import type { GalleryProps } from "./gallery-props.ts";

const errors: readonly FormError[] = [
  { field: "born", text: "Ngày sinh phải có dạng ngày/tháng/năm, ví dụ 05/03/1990." },
  { field: "channel", text: "Chọn nơi nhận kết quả." },
];

/** A form that came back with faults; all kinds of fields. */
export function CitizenForm({ lang, assets }: GalleryProps): VNode {
  return (
    <CitizenShell
      lang={lang}
      assets={assets}
      csrf="token"
      title="Người nộp hồ sơ"
      province="Tỉnh Gia Lai"
      path="/nop"
      hasErrors
      back={{ href: "/nop/truoc" }}
    >
      <ErrorSummary errors={errors} />
      <PageTitle title="Người nộp hồ sơ" kicker="Bước 2 trong 5 · Đăng ký hộ kinh doanh" />
      <Form action="/nop" keep="nop-2" multipart hasErrors>
        <TextField
          name="scan"
          label="Quét thẻ căn cước"
          hint="Đặt con trỏ vào ô này rồi quét mã vuông trên thẻ."
          required={false}
          autocomplete="off"
          data={{ "data-card-scan": true, "data-no-keep": true }}
        />
        <Fieldset legend="Như ghi trên thẻ căn cước">
          <TextField
            name="name"
            label="Họ và tên"
            value="Nguyễn Thị Lụa"
            autocomplete="name"
            data={{ "data-card": "name" }}
          />
          <TextField
            name="card"
            label="Số định danh cá nhân"
            hint="12 chữ số"
            width="medium"
            inputMode="numeric"
            maxLength={12}
            value="052190001234"
            data={{ "data-card": "number" }}
          />
          <DateField
            name="born"
            label="Ngày sinh"
            value="5-3-90"
            autocomplete="bday"
            error={errorOf(errors, "born")}
            data={{ "data-card": "born" }}
          />
          <RadioGroup
            name="sex"
            label="Giới tính"
            inline
            value="f"
            options={[
              { value: "f", label: "Nữ" },
              { value: "m", label: "Nam" },
            ]}
            data={{ "data-card": "sex" }}
          />
        </Fieldset>
        <Fieldset legend="Liên hệ và nhận kết quả">
          <TextField
            name="tel"
            type="tel"
            label="Điện thoại"
            width="medium"
            value="0905 123 456"
            autocomplete="tel"
          />
          <TextField name="mail" type="email" label="Thư điện tử" required={false} autocomplete="email" />
          <Select
            name="commune"
            label="Xã, phường"
            width="long"
            value="quy-nhon"
            options={[
              { value: "quy-nhon", label: "Phường Quy Nhơn" },
              { value: "pleiku", label: "Phường Pleiku" },
            ]}
          />
          <NumberField name="capital" label="Vốn kinh doanh" unit="đ" value="50.000.000" />
          <RadioGroup
            name="channel"
            label="Nhận kết quả ở đâu?"
            error={errorOf(errors, "channel")}
            options={[
              { value: "desk", label: "Tại Bộ phận một cửa", hint: "12 Trần Phú, phường Quy Nhơn" },
              { value: "post", label: "Tại nhà, qua bưu chính công ích", hint: "Phí khoảng 26.000 đ" },
              { value: "online", label: "Bản điện tử trong kho của tôi" },
            ]}
          />
          <CheckboxGroup
            name="tell"
            label="Báo tin cho tôi bằng"
            required={false}
            values={["sms"]}
            options={[
              { value: "sms", label: "Tin nhắn SMS" },
              { value: "zalo", label: "Zalo" },
            ]}
          />
          <FileField
            name="lease"
            label="Hợp đồng thuê địa điểm"
            accept=".pdf,image/*"
            maxBytes={10 * 1_048_576}
            multiple
          />
          <TextArea
            name="note"
            label="Ghi chú cho cán bộ"
            required={false}
            value={'Quán mở buổi sáng & chiều, "gần chợ" <Đầm>'}
          />
        </Fieldset>
        <Actions>
          <Button kind="primary">Tiếp tục</Button>
          <LinkButton href="/nop/luu" kind="ghost">
            Lưu và làm tiếp sau
          </LinkButton>
        </Actions>
      </Form>
    </CitizenShell>
  );
}
