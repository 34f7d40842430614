import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import {
  Button,
  DataTable,
  LinkButton,
  Pagination,
  ProgressBar,
  Select,
  StateBadge,
  TextField,
} from "./index.ts";
import { PageContext, withLang } from "./lang.ts";

describe("a button", () => {
  it("that is not allowed is disabled and says why", () => {
    const html = renderToString(<Button disabledReason="Kết quả chưa ký">Trả kết quả</Button>);
    expect(html).toMatch(/<button[^>]* disabled/);
    expect(html).toContain("Kết quả chưa ký");
  });

  it("that leads somewhere loses its address while not allowed", () => {
    const html = renderToString(
      <LinkButton href="/rut" disabledReason="Đã ký">
        Rút
      </LinkButton>,
    );
    expect(html).not.toContain("/rut");
    expect(html).toContain('aria-disabled="true"');
  });
});

describe("a field", () => {
  it("says that it may stay empty, except where told to be quiet", () => {
    expect(renderToString(<TextField name="a" label="A" required={false} />)).toContain("(không bắt buộc)");
    expect(renderToString(<TextField name="a" label="A" required={false} unmarked />)).not.toContain(
      "bắt buộc",
    );
    expect(renderToString(<TextField name="a" label="A" />)).toMatch(/<input[^>]* required/);
  });

  it("never sends a password back", () => {
    expect(renderToString(<TextField name="p" label="P" type="password" value="secret" />)).not.toContain(
      "secret",
    );
  });

  it("keeps the chosen option", () => {
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ];
    const html = renderToString(<Select name="s" label="S" value="b" options={options} />);
    expect(html).toMatch(/<option[^>]*selected[^>]*>B/);
    expect(html).not.toMatch(/<option[^>]*selected[^>]*>A/);
  });
});

describe("a table", () => {
  const columns = [
    { key: "code", label: "Mã", primary: true, cell: (row: { code: string }) => row.code },
    { key: "n", label: "Số", kind: "number" as const, cell: () => 3 },
  ];

  it("shows what to do instead of an empty frame", () => {
    const html = renderToString(
      <DataTable caption="c" columns={columns} rows={[]} rowKey={(row) => row.code} empty={<p>Chưa có</p>} />,
    );
    expect(html).toBe("<p>Chưa có</p>");
  });

  it("links the row from its naming cell and labels the others for telephones", () => {
    const html = renderToString(
      <DataTable
        caption="c"
        columns={columns}
        rows={[{ code: "H1" }]}
        rowKey={(row) => row.code}
        rowHref={(row) => `/ho-so/${row.code}`}
        empty={null}
      />,
    );
    expect(html).toMatch(/<th scope="row"[^>]*><a href="\/ho-so\/H1">H1<\/a><\/th>/);
    expect(html).toContain('<td class="number" data-label="Số">3</td>');
  });

  it("says why a row cannot be selected", () => {
    const html = renderToString(
      <DataTable
        caption="c"
        columns={columns}
        rows={[{ code: "H1" }]}
        rowKey={(row) => row.code}
        selection={{ name: "pick", form: "f", label: (row) => row.code, refusal: () => "đang tạm dừng" }}
        empty={null}
      />,
    );
    expect(html).toMatch(/aria-label="Chọn H1: đang tạm dừng" disabled/);
  });
});

describe("the words of a component", () => {
  it("follow the language of the page", () => {
    const badge = <StateBadge state={9} />;
    const english = (
      <PageContext.Provider value={{ lang: "en", csrf: undefined }}>{badge}</PageContext.Provider>
    );
    expect(renderToString(badge)).toContain("Đã xử lý xong");
    expect(renderToString(english)).toContain("Finished");
  });
});

describe("smaller parts", () => {
  it("a bar stays within its frame whatever the value", () => {
    expect(renderToString(<ProgressBar label="l" value={7} max={5} />)).toContain('width="100.00"');
    expect(renderToString(<ProgressBar label="l" value={-1} max={5} />)).toContain('width="0.00"');
  });

  it("pages of a list that has only one are not drawn", () => {
    expect(renderToString(<Pagination />)).toBe("");
  });

  it("the language link keeps the query and never leaves the site", () => {
    expect(withLang("/a?x=1&lang=vi", "en")).toBe("/a?x=1&lang=en");
    expect(withLang("//evil.example/a", "en")).toBe("/a?lang=en");
  });
});
