/**
 * Walking the rows of a data file in place: cut into lines it would be in memory twice, and take longer to read. The
 * file opens with its `#` comments; everything after them is rows.
 */

const HASH = 0x23;

/** Where the first row of `source` begins. */
export function firstRow(source: string): number {
  let at = 0;
  while (source.charCodeAt(at) === HASH) at = rowEnd(source, at) + 1;
  return at;
}

/** Where the row that begins at `from` ends. */
export function rowEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end;
}
