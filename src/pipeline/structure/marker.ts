/** Numbers and bullets at the beginning of lines: 一、 （二） 1.1 ① •. */

/** A way of numbering; see `numbering.tsv`. */
export interface Scheme {
  readonly name: string;
  /** Finds the number with the blanks after it; its group is what is counted. */
  readonly pattern: RegExp;
  /** May it number the items of a list? */
  readonly isItem: boolean;
}

/** What stands before the words of a heading or an item: `length` in UTF-16 units, the blanks after it included. */
export interface Marker {
  /** Name of the scheme of numbering; the sign itself for a bullet. */
  readonly scheme: string;
  readonly length: number;
  /** What it counts to; bullets and Chinese numbers, which no list of Markdown has, count nothing. */
  readonly number?: number;
  readonly isItem: boolean;
}

/** What numbers and bullets look like. */
export interface MarkerRules {
  readonly numbering: readonly Scheme[];
  /** Sign → must a blank follow? */
  readonly bullets: ReadonlyMap<string, boolean>;
}

const BLANKS = /^[ \t\u00a0\u3000]*/;

/** The number `text` begins with, or `undefined`: `（二）瓦盆` → number-bracket's Chinese sister, `2012年` → none. */
export function readNumber(text: string, { numbering }: MarkerRules): Marker | undefined {
  for (const { name, pattern, isItem } of numbering) {
    const [found, digits] = pattern.exec(text) ?? [];
    if (found === undefined || found.length === text.length) continue;
    const number = digits === undefined ? undefined : countTo(digits);
    return { scheme: name, length: found.length, ...(number !== undefined && { number }), isItem };
  }
  return undefined;
}

const CIRCLED_ONE = 0x2460; // ①

function countTo(digits: string): number {
  const value = Number(digits);
  return Number.isNaN(value) ? digits.charCodeAt(0) - CIRCLED_ONE + 1 : value;
}

/** The bullet `text` begins with, or `undefined`: `• 選盆` → •, `-5℃` → none. */
export function readBullet(text: string, { bullets }: MarkerRules): Marker | undefined {
  const needsBlank = bullets.get(text[0]!);
  if (needsBlank === undefined) return undefined;
  const blanks = BLANKS.exec(text.slice(1))![0].length;
  const length = 1 + blanks;
  if ((needsBlank && blanks === 0) || length === text.length) return undefined;
  return { scheme: text[0]!, length, isItem: true };
}

const HAN_NUMBER = '[一二三四五六七八九十百]{1,4}';
const placeholders: Readonly<Record<string, string>> = {
  '{han}': HAN_NUMBER,
  '{digit}': '(\\d{1,3})',
  '{any}': `(?:${HAN_NUMBER}|\\d{1,3})`,
  '{circled}': '([\u2460-\u2473])',
  '{blank}': '[ \\t\\u00a0\\u3000]+',
  '(': '[(（]',
  ')': '[)）]',
  '.': '[.．]',
};

/** A row of `numbering.tsv` as a pattern: `({han})` finds `（二） ` at the beginning of a line. */
export function toScheme(name: string, use: string, template: string): Scheme {
  const source = template.replace(/\{[a-z]+\}|[().]/g, (part) => placeholders[part] ?? part);
  const noDecimal = /[.}]$/.test(template) && template.includes('.') ? '(?!\\d)' : ''; // 1.22萬家 is no item
  return {
    name,
    isItem: use === 'either',
    pattern: new RegExp(`^${source}${noDecimal}[ \\t\\u00a0\\u3000]*`, 'u'),
  };
}
