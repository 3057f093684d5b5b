/** What a mirror does to a page, as far as it is a list, and the marks before which it puts control bytes: `src/data/channel.txt`, which says where each comes from. */
import { readRows } from '../../data/read-rows.ts';
import type { Gbk } from './gbk.ts';

/** Values of {@link Channel.forms}. */
export const LEFTOVER = 1;
export const PROPER = 2;

export interface Channel {
  /** By unit: the GBK pair of a mark before which the mirror puts control bytes (。 is A1A3); 0 for what is none. */
  readonly torn: Uint16Array;
  /** The same where full-width ASCII punctuation was folded: `,` is A3AC, too. */
  readonly tornFolded: Uint16Array;
  /** By unit: {@link LEFTOVER} for what a careless converter leaves (后), {@link PROPER} for what writers use (後). */
  readonly forms: Uint8Array;
  /** The rest of a tag whose `<` is gone, `strong>`; sticky. */
  readonly tagRest: RegExp;
  /** Units of marks behind which a line or a sentence may end. */
  readonly closing: ReadonlySet<number>;
  /** Units of marks that were full-width where punctuation was folded. */
  readonly folded: ReadonlySet<number>;
}

const names = ['torn', 'leftover', 'proper', 'tag', 'closing', 'folded'] as const;
type Lists = Readonly<Record<(typeof names)[number], readonly string[]>>;

/** Parse `channel.txt`. Throws a sentence when a list is missing, unknown or has something in it that cannot be used. */
export function parseChannel(source: string, gbk: Gbk): Channel {
  const lists = readLists(source);
  const torn = new Uint16Array(0x10000);
  for (const unit of unitsOf('torn', lists)) torn[unit] = gbk.pairOf[unit] ?? 0;
  return {
    torn,
    tornFolded: foldRowA3(torn),
    forms: markForms(lists),
    tagRest: tagRest(lists.tag),
    closing: new Set(unitsOf('closing', lists)),
    folded: new Set(unitsOf('folded', lists)),
  };
}

function readLists(source: string): Lists {
  const rows = readRows('channel.txt', () => source, 2).map(([name, items]) => [name, items?.split(' ')]);
  const lists = Object.fromEntries(rows) as Lists;
  const found = Object.keys(lists).sort().join(' ');
  if (found !== [...names].sort().join(' ') || rows.length !== names.length)
    throw new Error(`channel.txt: the lists must be ${names.join(', ')}, each once; found ${found}.`);
  return lists;
}

function unitsOf(name: Exclude<keyof Lists, 'tag'>, lists: Lists): number[] {
  const long = lists[name].find((item) => item.length !== 1);
  if (long !== undefined) throw new Error(`channel.txt, ${name}: not one character: “${long}”.`);
  return lists[name].map((item) => item.charCodeAt(0));
}

/** In GBK's row A3 stand the full-width forms of ASCII: ， A3AC is `,` 2C. */
function foldRowA3(torn: Uint16Array): Uint16Array {
  const folded = torn.slice();
  for (const pair of torn) if (pair >> 8 === 0xa3) folded[(pair & 0xff) - 0x80] = pair;
  return folded;
}

function markForms(lists: Lists): Uint8Array {
  const forms = new Uint8Array(0x10000);
  for (const unit of unitsOf('leftover', lists)) forms[unit] = LEFTOVER;
  for (const unit of unitsOf('proper', lists)) forms[unit] = PROPER;
  return forms;
}

function tagRest(tags: readonly string[]): RegExp {
  const odd = tags.find((tag) => !/^[a-z]+\d?$/.test(tag));
  if (odd !== undefined) throw new Error(`channel.txt, tag: no name of a tag: “${odd}”.`);
  return new RegExp(`/?(?:${tags.join('|')})(?:\\s[^<>\\n]{0,200})?>`, 'iy');
}

/** Is `unit` one of the control characters U+0001–U+0008? */
export function isControl(unit: number): boolean {
  return unit >= 0x01 && unit <= 0x08;
}

/** The GBK pair of the mark that `unit` is (folded to half width or not), 。 A1A3; 0 when it is none. */
export function markPair(unit: number, channel: Channel, isFolded: boolean): number {
  if (!(unit > 0)) return 0; // NaN: the end of the text
  return (isFolded ? channel.tornFolded : channel.torn)[unit] ?? 0;
}

/** Offset of the first unit at or behind `at` that is no control character. */
export function skipControls(text: string, at: number): number {
  let i = at;
  while (isControl(text.charCodeAt(i))) i++;
  return i;
}

/** Is `unit` a mark that ends a sentence or a part of one: 。，、；：！？ */
export function isStop(unit: number): boolean {
  return unit === 0x3001 || unit === 0x3002 || (unit >> 8 === 0xff && stops[unit & 0xff] === 1);
}

const stops = new Uint8Array(0x100);
for (const mark of '，；：！？') stops[mark.charCodeAt(0) & 0xff] = 1;
