/** What bpmn-moddle warns of, in Vietnamese; what is not known here stands as it says it. */
export function warningInVietnamese(message: string): string {
  return saidBy(WARNINGS, message) ?? `không hiểu: ${message}`;
}

type Said = readonly [RegExp, (parts: readonly string[]) => string];

/** Why an element could not be read. */
const REASONS: readonly Said[] = [
  [/^duplicate ID <(.*)>$/s, ([id]) => `mã “${id}” có hai lần`],
  [/^illegal ID <(.*)>$/s, ([id]) => `mã “${id}” không hợp lệ`],
  [/^unrecognized element <(.*)>$/s, ([name]) => `phần tử lạ “${name}”`],
  [/^unexpected element <(.*)>$/s, ([name]) => `phần tử “${name}” không được đứng ở đây`],
  [/^unexpected body text <(.*)>$/s, ([text]) => `có chữ không đúng chỗ “${text}”`],
  [/^unknown type <(.*)>$/s, ([name]) => `phần tử lạ “${name}”`],
];

const WARNINGS: readonly Said[] = [
  [/^unresolved reference <(.*)>$/s, ([id]) => `trong tệp không có phần tử “${id}” được nhắc tới`],
  [/^unknown attribute <(.*)>$/s, ([name]) => `không hiểu thuộc tính “${name}”`],
  [
    /^unparsable content (?:(.*) )?detected\s+line: (\d+)\s+column: \d+\s+nested error: (.*)$/s,
    ([what = "", line, reason = ""]) =>
      `không đọc được ${what === "" ? "nội dung" : what} ở dòng ${Number(line) + 1}: ${saidBy(REASONS, reason) ?? reason}`,
  ],
  [/^unsupported document encoding <(.*?)>/s, ([name]) => `tệp không ghi bằng UTF-8 mà bằng “${name}”`],
];

function saidBy(list: readonly Said[], text: string): string | undefined {
  for (const [pattern, said] of list) {
    const found = pattern.exec(text);
    if (found !== null) return said(found.slice(1).map((part) => part ?? ""));
  }
  return undefined;
}
