/** Finding character references, and what stands around them. Nothing is decided here. */
import { readRows } from '../../data/read-rows.ts';
import { REFERENCES } from './constants.ts';
import type { Charsets } from './mojibake/charsets.ts';

/** `&nbsp;`, `&#12345;`, `&#x4e2d;`, escaped twice as `&amp;nbsp;`, or with the ampersand gone: `#xff0c;`. */
interface Reference {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  readonly isNumeric: boolean;
  /** Is the ampersand gone? */
  readonly isStripped: boolean;
}

/** References with nothing but blanks between them. */
export interface Group {
  readonly references: readonly Reference[];
  readonly isAmidHan: boolean;
  /** In quotation marks, backticks, between letters of code or markup? */
  readonly isCode: boolean;
  readonly isStripped: boolean;
}

const REFERENCE = /(&(?:amp;)*)?(?:#x([\da-f]{2,6})|#(\d{2,7})|(?<![\w#])([a-z]{2,6}));/gi;
/** Parse `src/data/entities.txt`. Throws on a line that is not `name<tab>U+code`. */
export function parseEntities(source: string): ReadonlyMap<string, string> {
  const rows = readRows('entities.txt', () => source, 2);
  return new Map(
    rows.map(([name = '', point = '']) => {
      if (!/^U\+[\dA-F]{4}$/.test(point)) throw new Error(`entities.txt: not "U+0000": ${name}, ${point}`);
      return [name, String.fromCharCode(Number.parseInt(point.slice(2), 16))];
    }),
  );
}

const LONGEST = 10;

/** Is there anything like a reference? Looks at semicolons only, so that sound text costs next to nothing. */
export function mayHaveReferences(text: string, entities: () => ReadonlyMap<string, string>): boolean {
  for (let at = text.indexOf(';'); at !== -1; at = text.indexOf(';', at + 1)) {
    let from = at;
    while (from > 0 && at - from < LONGEST && isAlphanumeric(text.charCodeAt(from - 1))) from--;
    if (from === at) continue;
    const before = text[from - 1];
    if (before === '&' || before === '#' || entities().has(text.slice(from, at).toLowerCase())) return true;
  }
  return false;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/** All references of `text`, in order. */
export function findReferences(
  text: string,
  entities: ReadonlyMap<string, string>,
  charsets: () => Charsets,
): Reference[] {
  const references: Reference[] = [];
  for (const { index, 0: found, 1: ampersand, 2: hex, 3: decimal, 4: name } of text.matchAll(REFERENCE)) {
    const point = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    const character =
      point === undefined ? entities.get((name ?? '').toLowerCase()) : characterOf(point, charsets);
    const isStripped = ampersand === undefined;
    if (character === undefined || (isStripped && !isTypographic(character))) continue;
    references.push({
      start: index,
      end: index + found.length,
      character,
      isNumeric: point !== undefined,
      isStripped,
    });
  }
  return references;
}

/** As HTML has it, 80–9F are those of windows-1252. Control characters and what is none stay references. */
function characterOf(point: number, charsets: () => Charsets): string | undefined {
  if (point >= 0x80 && point < 0xa0)
    return String.fromCharCode(charsets()['windows-1252'].unitOf[point] ?? 0);
  const isCharacter =
    point >= 0x20 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) && point < 0xf0000;
  return isCharacter ? String.fromCodePoint(point) : undefined;
}

/** Without an ampersand, only what Chinese text is made of is believed. */
function isTypographic(character: string): boolean {
  return /[\u00a0\u00b7\u2002-\u2027\u2030\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]/.test(character);
}

/** `references` in groups, with what their surroundings say. */
export function groupsOf(text: string, references: readonly Reference[]): Group[] {
  const groups: Reference[][] = [];
  for (const reference of references) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear = last && reference.start - last.end < 4;
    if (group && isNear && text.slice(last.end, reference.start).trim() === '') group.push(reference);
    else groups.push([reference]);
  }
  return groups.map((group) => describeGroup(text, group));
}

const HAN = /[\u2010-\u2027\u3001-\u3029\u3400-\u9fff\uff01-\uff5e]/;

function describeGroup(text: string, references: readonly Reference[]): Group {
  const start = references.at(0)?.start ?? 0;
  const end = references.at(-1)?.end ?? 0;
  const lineBefore = text.slice(Math.max(0, start - REFERENCES.reach), start);
  const before = lineBefore.slice(lineBefore.lastIndexOf('\n') + 1);
  const [after = ''] = text.slice(end, end + REFERENCES.reach).split('\n');
  const [left, right] = [before.trimEnd().at(-1) ?? '', after.trimStart()[0] ?? ''];
  const decoded = references.map(({ character }) => character).join('');
  const isAmidHan =
    HAN.test(left) || HAN.test(right) || (/[\u3400-\u9fff].*[\u3400-\u9fff]/.test(decoded) && !isWord(left));
  return {
    references,
    isAmidHan,
    isCode: isInCode({ before, after, left, right, decoded }),
    isStripped: references.some(({ isStripped }) => isStripped),
  };
}

/** The line before and after a group, the characters beside it that are no blanks, and what it stands for. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly left: string;
  readonly right: string;
  readonly decoded: string;
}

const isWord = (character: string) => /\w/.test(character);

function isInCode({ before, after, left, right, decoded }: Surroundings): boolean {
  if (before.split('`').length % 2 === 0 && after.includes('`')) return true;
  if (left === '|' || right === '|' || left === '>' || right === '<' || /[=\\]/.test(left + right))
    return true;
  if (/["'“‘「『（(]/.test(before.at(-1) ?? '') && /["'”’」』）),，、]/.test(after[0] ?? '')) return true;
  if (/^[<>]$/.test(decoded)) return /[a-z/]/i.test(right) || /[a-z"']/i.test(left);
  return /^\w+=/.test(after) || (/<[a-z][^>]*$/i.test(before) && after.includes('>'));
}
