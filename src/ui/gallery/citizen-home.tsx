import type { VNode } from "preact";
import { Card, CardGrid, Hero, LinkButton, Notice, SearchBox, StatFigure } from "../index.ts";
import { CitizenShell } from "../shell/citizen-shell.tsx";
import type { GalleryProps } from "./gallery-props.ts";

/** The home page: search, life events, "where is my case", today's figure. */
export function CitizenHome({ lang, assets }: GalleryProps): VNode {
  return (
    <CitizenShell
      lang={lang}
      assets={assets}
      title="Trang chủ"
      province="Tỉnh Gia Lai"
      path="/"
      nav={[
        { href: "/thu-tuc", label: "Thủ tục" },
        { href: "/tra-cuu", label: "Tra cứu hồ sơ" },
        { href: "/phan-anh", label: "Phản ánh, kiến nghị" },
      ]}
      hotline="0269 1022"
      footerLinks={[{ href: "/tro-nang", label: "Trợ năng" }]}
      wide
    >
      <Hero
        title="Bà, ông cần làm việc gì?"
        lead="Gõ như khi hỏi người quen: sinh con, sang tên xe, mở quán ăn."
      >
        <SearchBox action="/thu-tuc" label="Tìm thủ tục hoặc mã hồ sơ" large main />
      </Hero>
      <h2>Việc trong đời</h2>
      <CardGrid>
        <Card href="/su-kien/sinh-con" title="Sinh con" icon="baby">
          <p class="soft">Khai sinh, thường trú và thẻ bảo hiểm y tế trong một lần nộp.</p>
        </Card>
        <Card href="/su-kien/ket-hon" title="Kết hôn" icon="rings">
          <p class="soft">Xác nhận tình trạng hôn nhân, đăng ký kết hôn.</p>
        </Card>
        <Card href="/su-kien/dat-dai" title="Nhà và đất" icon="house">
          <p class="soft">Cấp giấy chứng nhận, sang tên, xây dựng.</p>
        </Card>
        <Card href="/su-kien/kinh-doanh" title="Kinh doanh" icon="briefcase">
          <p class="soft">Đăng ký hộ kinh doanh, giấy phép con.</p>
        </Card>
        <Card href="/su-kien/di-hoc" title="Đi học" icon="school">
          <p class="soft">Chuyển trường, cấp bản sao văn bằng.</p>
        </Card>
        <Card href="/su-kien/qua-doi" title="Người thân qua đời" icon="candle">
          <p class="soft">Khai tử, xóa thường trú, trợ cấp mai táng.</p>
        </Card>
      </CardGrid>
      <div class="columns">
        <StatFigure
          value="98,4"
          unit="%"
          tone="ok"
          label="hồ sơ xong đúng hạn hôm nay"
          note="1.204 trong 1.223 hồ sơ, cập nhật lúc 14:05"
          href="/so-lieu"
        />
        <Card title="Hồ sơ của tôi đang ở đâu?" icon="scan">
          <p class="soft">Dùng mã in trên giấy tiếp nhận.</p>
          <p>
            <LinkButton href="/tra-cuu" icon="arrow-right" iconAfter>
              Tra cứu
            </LinkButton>
          </p>
        </Card>
      </div>
      <Notice tone="info" title="Nộp ở đâu cũng được">
        Từ 01/07/2025, mọi Bộ phận một cửa trong tỉnh nhận hồ sơ không phụ thuộc nơi cư trú.
      </Notice>
    </CitizenShell>
  );
}
