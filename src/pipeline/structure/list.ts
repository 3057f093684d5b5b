/** Lists: lines in a row that begin with the same bullet, or with numbers that count on. */
import type { Line } from '../strip/line.ts';
import type { Group, Lines } from './group.ts';
import { type Marker, readBullet, readNumber } from './marker.ts';

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
  if (items.length < 2) return undefined;
  const { number: first } = items[0]!.marker;
  const setMarker = first === undefined ? bulletAfter(page.before) : numberAfter(page.before, first);
  return {
    kind: 'list',
    lines: items.map(({ line }) => line),
    markers: items.map(({ marker }, index) => ({ length: marker.length, corr: setMarker(index) })),
    ...(first !== undefined && { first }),
  };
}

function takeItems({ lines, rules }: Lines, at: number): Item[] {
  const items: Item[] = [];
  for (let index = at; index < lines.length; index++) {
    const line = lines[index]!;
    const marker = readBullet(line.text, rules) ?? readNumber(line.text, rules);
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

/** Two lists in a row have different signs, as in Markdown, so that they stay two. */
function bulletAfter(before: Group | undefined): () => string {
  const isTaken = before?.kind === 'list' && before.markers?.[0]?.corr === '- ';
  return () => (isTaken ? '* ' : '- ');
}

function numberAfter(before: Group | undefined, first: number): (index: number) => string {
  const isTaken = before?.kind === 'list' && before.markers?.[0]?.corr.endsWith('. ') === true;
  return (index) => `${first + index}${isTaken ? ')' : '.'} `;
}
