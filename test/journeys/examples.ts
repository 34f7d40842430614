import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { uuidv7 } from "../../src/kernel/ids.ts";
import { DAY_MS } from "../../src/kernel/time.ts";
import { importCatalogue } from "../../src/modules/catalogue/index.ts";
import { FileStore } from "../../src/platform/files.ts";
import { caseAt, DRAFT, does, groupReceived, type MadeCase, PLEIKU, received } from "./case-at.ts";
import type { Province } from "./province.ts";
import { OFFICERS, type Viewer } from "./viewers.ts";

/**
 * Addresses with which a page is looked at. Of a list every viewer opens the first address and one of them the others; a
 * function says by viewer where it matters whose work it is.
 */
type Example = readonly [string, ...string[]] | ((viewer: Viewer) => readonly string[]);

export type Examples = {
  /** By the route as the server lists it. A page with parameters that has none here fails the walk. */
  readonly pages: Readonly<Record<string, Example>>;
  /** Addresses whose answer is a no, such as a wrong code: a page all the same. */
  readonly refused: Readonly<Partial<Record<Viewer, readonly string[]>>>;
};

/** A little of everything in the province, and an address for each page that needs one. */
export async function makeExamples(province: Province): Promise<Examples> {
  const file = await scan(province);
  const papers = [{ id: "p1", name: "Tờ khai đăng ký khai sinh", form: "scanned", files: [file] }];
  const late = await caseAt(province, "specialist");
  province.clock.moveTo(province.clock.read() + 2 * DAY_MS);
  const mine: Readonly<Record<string, MadeCase>> = {
    "desk-officer": await caseAt(province, "desk"),
    specialist: await caseAt(province, "specialist", { papers }),
    "division-head": await withDivisionHead(province),
    leader: await caseAt(province, "leader", { papers }),
    clerk: await caseAt(province, "clerk"),
  };
  const done = await caseAt(province, "returned", { papers });
  const waiting = await waitingForPapers(province);
  const ready = await caseAt(province, "return");
  const groups = await groupsOf(province);
  const caseOf = (viewer: Viewer) => mine[viewer] ?? done;
  const shared = [done, waiting, late, ready];
  const track = ({ id, code }: MadeCase, page = "") => `/track/${code}${page}?w=${province.word(id)}`;
  const imported = await importSomething(province);
  const calendar = await declareDay(province);
  const process = await draftProcess(province);
  const reorganisation = await planReorganisation(province);
  const form = uuidv7(province.clock.read(), new Uint8Array(10).fill(7));
  const english = (address: string) => `${address}${address.includes("?") ? "&" : "?"}lang=en`;
  const pages: Examples["pages"] = {
    "/": ["/", "/?lang=en"],
    "/sign-in": ["/sign-in?next=/officer"],
    "/procedures": ["/procedures", "/procedures?q=lam+giay+khai+sinh", "/procedures?q=zzzz"],
    "/procedures/:code": ["/procedures/1.001193", "/procedures/1.115336", "/procedures/1.010727?lang=en"],
    "/board": ["/board", "/board?period=year&unit=H21.18", "/board?sort=unit&order=ascending&lang=en"],
    "/officer/board/cases": [
      "/officer/board/cases?measure=open",
      "/officer/board/cases?measure=paused&lang=en",
    ],
    "/track": ["/track"],
    "/track/:code": [
      `/track/${done.code}`,
      ...[...shared, ...groups].map((one) => track(one)),
      english(track(waiting)),
    ],
    "/track/:code/explain": () => [done, late, waiting].map((one) => track(one, "/explain")),
    "/track/:code/rate": () => [done, late].map((one) => track(one, "/rate")),
    "/track/:code/receipt.pdf": [track(done, "/receipt.pdf")],
    "/officer": (viewer) => ["/officer", ...(QUEUES[viewer] ?? []).map((query) => `/officer?${query}`)],
    "/officer/search": ["/officer/search", "/officer/search?q=lua", "/officer/search?q=zzzz"],
    "/officer/receive": ["/officer/receive", "/officer/receive?q=khai+sinh", "/officer/receive?q=zzzz"],
    "/officer/receive/:procedureCode": [`/officer/receive/1.001193?form=${form}`],
    "/officer/receive/:procedureCode/at-once": [`/officer/receive/2.000815/at-once?form=${form}`],
    "/officer/receive-group": ["/officer/receive-group"],
    "/officer/receive-group/:groupCode": [`/officer/receive-group/2.000986?form=${form}`],
    "/officer/groups/:id": (viewer) =>
      viewer === "desk-officer" ? groups.map(({ id }) => `/officer/groups/${id}`) : [],
    "/officer/groups/:id/decide": (viewer) =>
      viewer === "desk-officer" ? groups.slice(1).map(({ id }) => `/officer/groups/${id}/decide`) : [],
    "/officer/cases/:id": (viewer) =>
      [caseOf(viewer), ...(viewer === "desk-officer" ? shared : [])].map(({ id }) => `/officer/cases/${id}`),
    "/officer/cases/:id/explain": (viewer) => [`/officer/cases/${caseOf(viewer).id}/explain`],
    "/officer/cases/:id/received": () =>
      [done, waiting, ready].map(({ id }) => `/officer/cases/${id}/received`),
    "/officer/cases/:id/change-procedure": (viewer) => [
      `/officer/cases/${caseOf(viewer).id}/change-procedure`,
      `/officer/cases/${caseOf(viewer).id}/change-procedure?q=khai+tu`,
    ],
    "/officer/cases/:id/papers/:seq.pdf": (viewer) =>
      viewer === "division-head" ? [] : [`/officer/cases/${done.id}/papers/1.pdf`],
    "/officer/cases/:id/control-sheet.pdf": (viewer) => [
      `/officer/cases/${caseOf(viewer).id}/control-sheet.pdf`,
    ],
    "/officer/cases/:id/files/:sha256": (viewer) =>
      viewer === "division-head" ? [] : [`/officer/cases/${done.id}/files/${file.sha256}`],
    "/officer/organisation": ["/officer/organisation", "/officer/organisation?q=pleiku"],
    "/officer/organisation/:code": ["/officer/organisation/H21.106", "/officer/organisation/H21.18"],
    "/officer/accounts": ["/officer/accounts", "/officer/accounts?q=pleiku", "/officer/accounts?q=zzzz"],
    "/officer/accounts/:officerId": [`/officer/accounts/${await officerId(province)}`],
    "/officer/calendar": ["/officer/calendar", "/officer/calendar?year=2027"],
    "/officer/calendar/preview": [
      `/officer/calendar/preview?${new URLSearchParams({ ...REST, rest: "30/12/2026" })}`,
    ],
    "/officer/organisation/:code/staff": ["/officer/organisation/H21.106/staff"],
    "/officer/organisation/:code/staff/:officerId/:kind/end": [
      `/officer/organisation/H21.106/staff/${await officerId(province)}/specialist/end`,
    ],
    "/officer/organisation/reorganisations/:id": [`/officer/organisation/reorganisations/${reorganisation}`],
    "/officer/organisation/reorganisations/:id/cases": [
      `/officer/organisation/reorganisations/${reorganisation}/cases`,
    ],
    "/officer/calendar/:version/cases": [`/officer/calendar/${calendar}/cases`],
    "/officer/processes": [
      "/officer/processes",
      "/officer/processes?q=khai+sinh",
      "/officer/processes?q=zzzz",
    ],
    "/officer/processes/:id": [
      `/officer/processes/${process.id}`,
      `/officer/processes/${process.id}?lang=en`,
    ],
    "/officer/processes/:id/bpmn": [`/officer/processes/${process.id}/bpmn`],
    "/officer/processes/:id/try": [`/officer/processes/${process.id}/try`],
    "/officer/processes/drafts/:id": [process.draft, `${process.draft}?lang=en`],
    "/officer/processes/drafts/:id/bpmn": [`${process.draft}/bpmn`],
    "/officer/processes/drafts/:id/try": [`${process.draft}/try`],
    "/officer/processes/drafts/:id/publish": [`${process.draft}/publish`],
    "/officer/processes/drafts/:id/discard": [`${process.draft}/discard`],
    "/officer/catalogue/:code": ["/officer/catalogue/1.001193", "/officer/catalogue/1.115336"],
    "/officer/catalogue/imports/:id": [`/officer/catalogue/imports/${imported}`],
  };
  const refused: Examples["refused"] = {
    citizen: ["/no-such-page", "/track?code=H21&w=", `/track/${done.code}?w=AAAAA-AAAAA`],
    specialist: ["/officer/no-such-page", "/officer/register"],
    "division-head": [`/officer/cases/${done.id}`],
  };
  return { pages, refused };
}

/** The parts of the queue, each looked at by one who has such work. */
const QUEUES: Readonly<Partial<Record<Viewer, readonly string[]>>> = {
  "desk-officer": ["tab=paused", "tab=today"],
  specialist: ["tab=late", "lang=en"],
  leader: ["tab=unit", "work=approve", "work=issue"],
};

async function scan({ dataDir, db, clock }: Province) {
  const bytes = Buffer.from("%PDF-1.4\n%%EOF\n");
  const stored = await new FileStore(dataDir, db.database).put(bytes, clock.read());
  if (!stored.ok) throw new Error(stored.refusal);
  return { ...stored.value, name: "to-khai.pdf" };
}

async function withDivisionHead(province: Province): Promise<MadeCase> {
  const { directory } = province;
  const made = await received(province, "an.nv.motcua", {
    procedureCode: "1.010727",
    receivingUnitId: directory.unitByCode("H21.00.01")?.id,
    decidingUnitId: directory.unitByCode("H21.24")?.id,
  });
  await does(province, "an.nv.motcua", "pass-on", made.id);
  await does(province, "thuan.k.nnmt", "draft-result", made.id, DRAFT);
  await does(province, "thuan.k.nnmt", "pass-on", made.id);
  return made;
}

async function waitingForPapers(province: Province): Promise<MadeCase> {
  const made = await caseAt(province, "specialist");
  const asked = { items: ["Giấy chứng sinh bản chính"], reason: "Chỉ có bản sao" };
  await does(province, PLEIKU.specialist, "propose-supplement", made.id, asked);
  await does(province, PLEIKU.desk, "request-supplement", made.id, asked);
  return made;
}

/** Two interconnected groups: one under way, one that waits for the decision of its desk. */
async function groupsOf(province: Province): Promise<readonly MadeCase[]> {
  const groups = [await groupReceived(province), await groupReceived(province)];
  const birth = groups[1]?.members[0]?.case.id ?? "";
  await does(province, PLEIKU.desk, "pass-on", birth);
  await does(province, PLEIKU.leader, "stop", birth, { reason: "Đã đăng ký nơi khác", basis: "Điều 13" });
  const job = province.jobs.find(({ name }) => name === "follow-groups");
  await job?.run(undefined, { now: province.clock.read(), progress: async () => {} });
  return groups.map(({ group }) => group);
}

/** An import of the catalogue with a new procedure and a broken line. */
async function importSomething({ dataDir, db, clock }: Province): Promise<number> {
  const file = join(await mkdtemp(join(dataDir, "import-")), "danh-muc.jsonl");
  await writeFile(file, "{broken\n");
  const deps = { database: db.database, clock: clock.read };
  const report = await importCatalogue(deps, file, { partial: true });
  if (!report.ok) throw new Error(report.refusal);
  return report.value.importId;
}

const REST = {
  rest: "29/12/2026",
  name: "Ngày hội cồng chiêng",
  decision: "12/QĐ-UBND",
  reason: "Ngày hội của tỉnh",
};

/** The province declares a day of rest; the version of the calendar that comes of it. */
async function declareDay({ post, signedIn }: Province): Promise<string> {
  const controller = await signedIn(OFFICERS["procedure-controller"]);
  const declared = await post(controller, "/officer/calendar/declare", { ...REST, previous: "2026-1" });
  if (declared.statusCode !== 303)
    throw new Error(`declaring a day: ${declared.statusCode} ${declared.body}`);
  return "2026-2";
}

/** The published process of the birth registration, and an open draft of it. */
async function draftProcess({ post, signedIn, db }: Province) {
  const controller = await signedIn(OFFICERS["procedure-controller"]);
  const begun = await post(controller, "/officer/processes/drafts", { procedureCode: "1.001193" });
  const found = await db.ownerPool.query<{ id: number }>(
    "select id from processes.process where procedure_code = '1.001193' order by id limit 1",
  );
  return { id: found.rows[0]?.id ?? 0, draft: String(begun.headers.location) };
}

/** A re-organisation that waits for its day: one commune goes into another. */
async function planReorganisation({ post, signedIn, directory }: Province): Promise<number> {
  const admin = await signedIn(OFFICERS.administrator);
  const planned = await post(admin, "/officer/organisation/reorganisations/new", {
    do: "plan",
    effectiveOn: "31/12/2027",
    decision: "99/NQ-UBTVQH",
    reason: "Sắp xếp xã, phường",
    table: `nhập;${directory.unitByCode("H21.189")?.code};H21.188`,
  });
  if (planned.statusCode !== 303) throw new Error(`planning: ${planned.statusCode} ${planned.body}`);
  return Number(planned.headers.location?.split("/").at(-1));
}

async function officerId({ signedIn }: Province): Promise<number> {
  return (await signedIn(OFFICERS.specialist)).officerId;
}
