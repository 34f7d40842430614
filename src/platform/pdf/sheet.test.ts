import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { fieldLine, fieldRow } from "./field-lines.ts";
import { A5, points } from "./paper.ts";
import { paragraph } from "./paragraph.ts";
import { pdfStructure } from "./pdf-structure.ts";
import { flowingText, greyPage, pagesOfText, popplerInstalled } from "./poppler.ts";
import { drawQrCode } from "./qr-code.ts";
import type { Face } from "./serif-faces.ts";
import { Sheet } from "./sheet.ts";
import { table } from "./table.ts";
import { textCell } from "./table-cell.ts";

const without = popplerInstalled ? "" : " [NOT CHECKED: poppler is not installed]";
const sheet = (): Sheet =>
  new Sheet({ paper: A5, title: "Thử", author: "Trung tâm", createdAt: 1_790_000_000_000 });
function written(text: string, face: Face): Promise<Uint8Array> {
  const page = sheet();
  paragraph(page, [{ text, face }], { size: 11 });
  return page.finish();
}
const PANGRAM =
  "ẠẢÃÀÁÂẬẦẤẨẪĂẮẰẶẲẴ ỌỎÕÒÓÔỘỔỖỒỐƠỜỚỢỞỠ ÉÈẺẸẼÊẾỀỆỂỄ ÚÙỤỦŨƯỰỮỬỪỨ ÍÌỊỈĨ ÝỲỶỴỸ Đ ạảãàáâậầấẩẫăắằặẳẵ ọỏõòóôộổỗồốơờớợởỡ éèẻẹẽêếềệểễ úùụủũưựữửừứ íìịỉĩ ýỳỷỵỹ đ";

describe("a sheet", () => {
  it("is a tagged Vietnamese PDF of the paper asked for", async () => {
    const page = sheet();
    paragraph(page, [{ text: "Kính gửi" }], { size: 11 });
    expect(pdfStructure(await page.finish())).toEqual({
      pages: 1,
      sizesMm: [[148, 210]],
      tagged: true,
      language: "vi",
    });
  });

  it.skipIf(!popplerInstalled)(`prints every Vietnamese letter in every face${without}`, async () => {
    for (const face of ["regular", "bold", "italic", "boldItalic"] as const) {
      expect(flowingText(await written(PANGRAM.normalize("NFD"), face)).trim()).toBe(PANGRAM);
    }
  });

  it.skipIf(!popplerInstalled)(
    `keeps the bare letters after files that had them with marks only${without}`,
    async () => {
      for (const face of ["regular", "bold", "italic", "boldItalic"] as const) {
        await written("ẬẰỀỘỜỪỲ ậằềộờừỳ", face);
        expect(flowingText(await written("AEOUY - aeouy", face)).trim()).toBe("AEOUY - aeouy");
      }
    },
  );

  it.skipIf(!popplerInstalled)(`goes on over pages, each line once and in order${without}`, async () => {
    const page = sheet();
    for (let n = 1; n <= 120; n++) paragraph(page, [{ text: `Dòng thứ ${n}` }], { size: 11 });
    const pages = pagesOfText(
      await page.finish((n, all) => page.text(`Trang ${n}/${all}`, "italic", 9, 50, page.bottom + 8)),
    );
    expect(pages.length).toBeGreaterThan(2);
    const numbers = pages.flatMap((text) => [...text.matchAll(/Dòng thứ (\d+)/g)].map(([, n]) => Number(n)));
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
    expect(pages[1]).toContain(`Trang 2/${pages.length}`);
  });

  it.skipIf(!popplerInstalled)(
    `leaves dots where a value is missing, none where it is given${without}`,
    async () => {
      const page = sheet();
      fieldLine(page, { label: "Địa chỉ:" }, { size: 11 });
      fieldLine(page, { label: "Họ tên:", value: "Đỗ Thị Mỡ" }, { size: 11 });
      fieldRow(
        page,
        [
          { label: "Điện thoại:", value: "0905", share: 1 },
          { label: "Email:", share: 1 },
        ],
        { size: 11 },
      );
      const [text = ""] = pagesOfText(await page.finish());
      expect(text).toMatch(/Địa chỉ: +\.{50,}/);
      expect(text).toMatch(/Họ tên: Đỗ Thị Mỡ *\n/);
      expect(text).toMatch(/Điện thoại: 0905 +Email: +\.{20,}/);
    },
  );

  it.skipIf(!popplerInstalled)(
    `repeats the head of a table and parts a row taller than a page${without}`,
    async () => {
      const page = sheet();
      const long = Array.from({ length: 400 }, (_, n) => `w${n}`).join(" ");
      const columns = [
        { title: "Cột một", share: 3, group: "Nhóm" },
        { title: "Cột hai", share: 1, group: "Nhóm" },
      ];
      const rows = ["ngắn", long, "cuối"].map((text) => [
        textCell([[{ text }]], 10),
        textCell([[{ text: "x" }]], 10),
      ]);
      table(
        page,
        columns.map((column, n) => ({ ...column, share: n + 1 })),
        10,
        rows,
      );
      const pages = pagesOfText(await page.finish());
      expect(pages.length).toBeGreaterThan(1);
      for (const text of pages) expect(text).toMatch(/Nhóm[\s\S]*Cột một +Cột hai/);
      const words = pages.flatMap((text) => [...text.matchAll(/\bw(\d+)\b/g)].map(([, n]) => Number(n)));
      expect(words).toEqual(Array.from({ length: 400 }, (_, n) => n));
      expect(pages.at(-1)).toContain("cuối");
    },
  );

  it.skipIf(!popplerInstalled)(`draws each module of a QR code where it belongs${without}`, async () => {
    const page = sheet();
    const content = "https://example.vn/theo-doi/H21.18-261005-0007?ma=7F3K9QWX2MPT";
    drawQrCode(page, content, "Mã QR", points(40), points(50), points(30));
    const image = greyPage(await page.finish(), 300);
    const { data, size } = encode(content, { ecc: "M", border: 0 });
    const at = (mm: number): number => Math.floor((mm * 300) / 25.4);
    const seen = data.map((row, y) =>
      row.map((_, x) => {
        const [px, py] = [at(40 + ((x + 0.5) * 30) / size), at(50 + ((y + 0.5) * 30) / size)];
        return (image.pixels[py * image.width + px] ?? 255) < 128;
      }),
    );
    expect(seen).toEqual(data);
  });
});
