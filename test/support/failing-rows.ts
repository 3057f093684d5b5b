/**
 * The rows of which `check` throws, each with what it says: `发布 發佈: expected …`. A test over a table expects none, and so
 * names all that fail at once, where a test for each row would be thousands of tests.
 */
export function failingRows<Row extends readonly unknown[]>(
  rows: Iterable<Row>,
  check: (row: Row) => void,
): string[] {
  const failing: string[] = [];
  let seen = 0;
  for (const row of rows) {
    seen++;
    try {
      check(row);
    } catch (error) {
      failing.push(`${row.join(' ')}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return seen > 0 ? failing : ['There are no rows.'];
}
