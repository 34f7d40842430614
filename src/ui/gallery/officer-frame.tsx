import type { ComponentChildren, VNode } from "preact";
import type { FlashMessage } from "../shell/flash.tsx";
import type { NavItem } from "../shell/nav-item.ts";
import { OfficerShell } from "../shell/officer-shell.tsx";
import type { GalleryProps } from "./gallery-props.ts";

const nav: readonly NavItem[] = [
  { href: "/hom-nay", label: "Hôm nay", icon: "home" },
  { href: "/tiep-nhan", label: "Tiếp nhận", icon: "stamp", count: 14, group: "Hồ sơ" },
  { href: "/viec", label: "Việc của tôi", icon: "inbox", count: 37, current: true, group: "Hồ sơ" },
  { href: "/qua-han", label: "Quá hạn", icon: "clock-alert", count: 3, tone: "danger", group: "Hồ sơ" },
  { href: "/tra", label: "Chờ trả kết quả", icon: "check-circle", count: 1208, group: "Hồ sơ" },
  { href: "/van-ban", label: "Văn bản đến", icon: "folder", count: 5, group: "Văn bản" },
  { href: "/ky", label: "Chờ tôi ký", icon: "pen", count: 0, group: "Văn bản" },
  { href: "/phan-anh", label: "Phản ánh", icon: "chat", group: "Khác" },
  { href: "/so-lieu", label: "Số liệu", icon: "chart", group: "Khác" },
];

type OfficerFrameProps = GalleryProps & {
  readonly title: string;
  readonly flash?: FlashMessage | undefined;
  readonly children: ComponentChildren;
};

/** The officers' shell with the navigation of the samples. */
export function OfficerFrame(props: OfficerFrameProps): VNode {
  return (
    <OfficerShell
      {...props}
      csrf="token"
      province="Tỉnh Gia Lai"
      path="/viec?loc=tat-ca"
      nav={nav}
      user={{ name: "Rơ Châm H'Nhi", unit: "Trung tâm Phục vụ hành chính công tỉnh" }}
      search={{ action: "/tim", label: "Mã hồ sơ, số định danh, tên, điện thoại" }}
    />
  );
}
