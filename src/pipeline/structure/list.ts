/** Lists: lines in a row that begin with the same bullet, or with numbers that count on. */
import type { Line } from '../page/line.ts';
import * as limits from './constants.ts';
import type { Group, Lines } from './group.ts';
import { type Marker, readBullet, readNumber } from './marker.ts';
import type { StructureRules } from './structure-rules.ts';

interface Item {
  readonly line: Line;
  readonly marker: Marker;
}

/**
 * The list that begins at the line `at`: two items or more, nothing between them. Numbers that do not count on
 * (1、 then 3、) are no list, because a list of Markdown counts by itself; a number over a paragraph is a heading.
 */
export function findList(page: Lines, at: number): Group | undefined {
  const items = takeItems(page, at);
  if (items.length < limits.FEWEST_ITEMS) return undefined;
  const first = items[0]?.marker.number;
  const sign = chooseSign(page, { at, next: at + items.length }, first !== undefined);
  return {
    kind: 'list',
    lines: items.map(({ line }) => line),
    markers: items.map(({ marker }, index) => {
      const corr = first === undefined ? `${sign} ` : `${first + index}${sign} `;
      return { length: marker.length, corr };
    }),
    ...(first !== undefined && { first }),
  };
}

/**
 * The bullet, or what follows the numbers, of the list from the line `at` to the line `next`: not the one of its
 * neighbours, so that two lists in a row stay two, and a line beside the list that is no item does not become one.
 */
function chooseSign(
  { lines, before, rules }: Lines,
  { at, next }: { at: number; next: number },
  isNumbered: boolean,
): string {
  const schemeOf = (text = '') => readMarker(text, rules)?.scheme;
  const last = before?.markers?.at(-1);
  const above = last ? `${last.corr}x` : lines[at - 1]?.text;
  const taken = [schemeOf(above), schemeOf(lines[next]?.text)];
  const [usual, ...others] = isNumbered ? (['.', ')'] as const) : (['-', '*', '+'] as const);
  const isFree = (sign: string) => !taken.includes(schemeOf(`${isNumbered ? '1' : ''}${sign} x`));
  return [usual, ...others].find(isFree) ?? usual;
}

function readMarker(text: string, rules: StructureRules): Marker | undefined {
  return readBullet(text, rules) ?? readNumber(text, rules);
}

function takeItems({ lines, rules }: Lines, at: number): Item[] {
  const items: Item[] = [];
  for (let line = lines[at]; line !== undefined; line = lines[at + items.length]) {
    const marker = readMarker(line.text, rules);
    if (marker === undefined || !marker.isItem || !follows(items.at(-1)?.marker, marker)) break;
    items.push({ line, marker });
  }
  return items;
}

function follows(last: Marker | undefined, { scheme, number }: Marker): boolean {
  if (last === undefined) return true;
  const countsOn = number === undefined || number === (last.number ?? 0) + 1;
  return last.scheme === scheme && countsOn;
}
