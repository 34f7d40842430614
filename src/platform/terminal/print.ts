/** Writes a line for the person at the terminal. */
export function print(line = ""): void {
  console.log(line);
}

/** Writes a line for the person at the terminal on the error stream. */
export function printError(line: string): void {
  console.error(line);
}

/** Lays rows out as columns; numbers are set to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  cells.forEach((row, index) => {
    const line = row.map((cell, column) => {
      const numeric = index > 0 && typeof rows[index - 1]?.[column] === "number";
      return numeric ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
    });
    print(line.join("  ").trimEnd());
    if (index === 0) print(widths.map((width) => "─".repeat(width)).join("  "));
  });
}
