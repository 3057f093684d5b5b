/** Tables in plain text: cells between `|`, or between tabs. */
import { type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { type Group, type Lines, takeRun } from './group.ts';

/**
 * The table that begins at the line `at`: two rows or more with as many cells each, two at least. `| 一整段話 |` has
 * one cell and is no row.
 */
export function findTable({ lines }: Lines, at: number): Group | undefined {
  return takeRows(lines, at, pipeCells) ?? takeRows(lines, at, tabCells);
}

type Cells = (line: Line) => readonly string[];

const pipeCells: Cells = ({ text }) =>
  text.includes('|') ? text.replace(/^\||\|$/g, '').split('|') : [text];
const tabCells: Cells = ({ text }) => text.split('\t');

function takeRows(lines: readonly Line[], at: number, cellsOf: Cells): Group | undefined {
  const { length } = cellsOf(lineAt(lines, at));
  if (length < 2) return undefined;
  const isRow = (line: Line) => {
    const cells = cellsOf(line);
    return cells.length === length && cells.every((cell) => cell.length <= limits.LONGEST_CELL);
  };
  const rows = takeRun(lines, isRow, { from: at });
  const isTable = rows.length >= limits.FEWEST_ROWS && rows.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return isTable ? { kind: 'table', lines: rows } : undefined;
}
