/** Numbers and bullets at the beginning of lines: 一、 （二） 1.1 ① •. */

/** A way of numbering; see `numbering.tsv`. */
interface Scheme {
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
  const scheme = text.charAt(0);
  const needsBlank = bullets.get(scheme);
  if (needsBlank === undefined) return undefined;
  const length = text.length - text.slice(1).replace(BLANKS, '').length;
  if ((needsBlank && length === 1) || length === text.length) return undefined;
  return { scheme, length, isItem: true };
}

const placeholders: Readonly<Record<string, string>> = {
  '{digit}': '(\\d{1,3})',
  '{circled}': '([\u2460-\u2473])',
  '{blank}': '[ \\t\\u00a0\\u3000]+',
  '(': '[(（]',
  ')': '[)）]',
  '.': '[.．]',
};

/**
 * The rows of `numbering.tsv` as patterns, the longest first: `({han})` finds `（二） ` at the beginning of a line.
 * `hanNumber` is the source of a pattern that finds a Chinese number.
 */
export function readSchemes(rows: readonly (readonly string[])[], hanNumber: string): Scheme[] {
  const known = { ...placeholders, '{han}': hanNumber, '{any}': `(?:${hanNumber}|\\d{1,3})` };
  const schemes = rows.map(([name = '', use, template = '']) => toScheme({ name, use, template }, known));
  return schemes.sort((a, b) => b.pattern.source.length - a.pattern.source.length);
}

function toScheme(
  { name, use, template }: { name: string; use: string | undefined; template: string },
  known: Readonly<Record<string, string>>,
): Scheme {
  const source = template.replace(/\{[a-z]+\}|[().]/g, (part) => known[part] ?? part);
  const noDecimal = /[.}]$/.test(template) && template.includes('.') ? '(?!\\d)' : ''; // 1.22萬家 is no item
  return {
    name,
    isItem: use === 'either',
    pattern: new RegExp(`^${source}${noDecimal}[ \\t\\u00a0\\u3000]*`, 'u'),
  };
}
