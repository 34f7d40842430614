import type { FastifyInstance, FastifyRequest } from "fastify";
import type { NavCount, Page } from "./platform/http/frame.ts";
import { type Actor, holds, type Permission } from "./platform/permission.ts";
import type { IconName, NavItem } from "./ui/index.ts";

/** An entry of the navigation; pages mark theirs by its key. */
type Entry = {
  readonly key: string;
  readonly href: string;
  readonly vi: string;
  readonly en: string;
  readonly icon?: IconName;
  readonly permission?: Permission;
};

/** Counts by key of entry, for one officer; the rooms that own the work give them. What is known is not counted again. */
export type NavCounts = (
  actor: Actor & { readonly kind: "officer" },
  known: Readonly<Record<string, NavCount>>,
) => Promise<Readonly<Record<string, NavCount>>>;

const CITIZEN: readonly Entry[] = [
  { key: "home", href: "/", vi: "Trang chủ", en: "Home" },
  { key: "procedures", href: "/procedures", vi: "Thủ tục", en: "Procedures" },
  { key: "track", href: "/track", vi: "Tra cứu hồ sơ", en: "Track a case" },
  { key: "board", href: "/board", vi: "Trực tuyến", en: "Live board" },
  { key: "figures", href: "/figures", vi: "Số liệu", en: "Figures" },
];

const OFFICER: readonly { readonly vi: string; readonly en: string; readonly entries: readonly Entry[] }[] = [
  {
    vi: "Hồ sơ",
    en: "Cases",
    entries: [
      {
        key: "queue",
        href: "/officer",
        vi: "Việc của tôi",
        en: "My work",
        icon: "inbox",
        permission: "case.list",
      },
      {
        key: "notices",
        href: "/officer/notices",
        vi: "Nhắc việc",
        en: "Reminders",
        icon: "bell",
        permission: "officer.self",
      },
      {
        key: "apologies",
        href: "/officer/apologies",
        vi: "Phiếu xin lỗi",
        en: "Apologies",
        icon: "calendar",
        permission: "case.apologise",
      },
      {
        key: "board",
        href: "/officer/board",
        vi: "Điều hành",
        en: "Live board",
        icon: "chart",
        permission: "report.read",
      },
      {
        key: "digest",
        href: "/officer/digest",
        vi: "Tóm tắt trong ngày",
        en: "Daily digest",
        icon: "file",
        permission: "steering.digest",
      },
      {
        key: "workload",
        href: "/officer/workload",
        vi: "Tải công việc",
        en: "Workload",
        icon: "users",
        permission: "case.share-work",
      },
      {
        key: "receive",
        href: "/officer/receive",
        vi: "Tiếp nhận hồ sơ",
        en: "Receive a case",
        icon: "stamp",
        permission: "case.receive",
      },
      {
        key: "search",
        href: "/officer/search",
        vi: "Tìm hồ sơ",
        en: "Find a case",
        icon: "search",
        permission: "case.list",
      },
      {
        key: "register",
        href: "/officer/register",
        vi: "Sổ theo dõi",
        en: "Register",
        icon: "book",
        permission: "case.register",
      },
      {
        key: "report",
        href: "/officer/reports",
        vi: "Báo cáo",
        en: "Reports",
        icon: "chart",
        permission: "report.read",
      },
      {
        key: "delay",
        href: "/officer/reports/delay",
        vi: "Chậm ở đâu",
        en: "Where time is lost",
        icon: "clock-alert",
        permission: "report.read",
      },
    ],
  },
  {
    vi: "Danh mục",
    en: "Directories",
    entries: [
      {
        key: "catalogue",
        href: "/officer/catalogue",
        vi: "Thủ tục hành chính",
        en: "Procedures",
        icon: "folder",
        permission: "catalogue.manage",
      },
      {
        key: "processes",
        href: "/officer/processes",
        vi: "Quy trình nội bộ",
        en: "Internal processes",
        icon: "arrow-right",
        permission: "officer.self",
      },
      {
        key: "calendar",
        href: "/officer/calendar",
        vi: "Lịch làm việc",
        en: "Working calendar",
        icon: "calendar",
        permission: "officer.self",
      },
      {
        key: "organisation",
        href: "/officer/organisation",
        vi: "Cơ quan, cán bộ",
        en: "Units and staff",
        icon: "users",
        permission: "officer.self",
      },
      {
        key: "absences",
        href: "/officer/absences",
        vi: "Vắng mặt, ủy quyền",
        en: "Absences",
        icon: "user",
        permission: "organisation.absence",
      },
      {
        key: "reorganise",
        href: "/officer/organisation/reorganisations",
        vi: "Sắp xếp đơn vị",
        en: "Re-organisation",
        icon: "folder",
        permission: "organisation.reorganise",
      },
      {
        key: "accounts",
        href: "/officer/accounts",
        vi: "Tài khoản",
        en: "Accounts",
        icon: "settings",
        permission: "account.manage",
      },
      {
        key: "tokens",
        href: "/officer/accounts/tokens",
        vi: "Hệ thống kết nối",
        en: "Connected systems",
        icon: "send",
        permission: "account.manage",
      },
      {
        key: "account",
        href: "/officer/account",
        vi: "Tài khoản của tôi",
        en: "My account",
        icon: "user",
        permission: "officer.self",
      },
    ],
  },
];

/** The citizens' entries whose pages exist in this installation. */
export function citizenNav(app: FastifyInstance, { lang }: FastifyRequest, active?: string): NavItem[] {
  return CITIZEN.filter((entry) => exists(app, entry)).map((entry) => item(entry, lang, active));
}

/** The officer's entries: pages that exist, that their posts may open, with the numbers of what waits there. */
export async function officerNav(
  app: FastifyInstance,
  request: FastifyRequest,
  countsOf: NavCounts,
  { active, counts: known = {} }: Pick<Page, "active" | "counts">,
): Promise<NavItem[]> {
  const { actor, lang } = request;
  const counts = actor.kind === "officer" ? await countsOf(actor, known) : {};
  return OFFICER.flatMap((group) =>
    group.entries
      .filter((entry) => exists(app, entry))
      .filter((entry) => entry.permission === undefined || holds(actor, entry.permission))
      .map((entry) => ({ ...item(entry, lang, active), ...counts[entry.key], group: group[lang] })),
  );
}

function exists(app: FastifyInstance, entry: Entry): boolean {
  return app.hasRoute({ method: "GET", url: entry.href });
}

function item(entry: Entry, lang: "vi" | "en", active: string | undefined): NavItem {
  return {
    href: entry.href,
    label: entry[lang],
    icon: entry.icon,
    current: entry.key === active,
  };
}
