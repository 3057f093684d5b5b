/** Dates as Chinese pages write them. */
import * as limits from './constants.ts';

/** The rows of `patterns.tsv` that are about dates. */
export const datePatternNames = [
  ...(['date', 'dateBegins', 'dateBlanks', 'shortDate'] as const),
  ...(['time', 'vagueDate', 'vagueDateBegins'] as const),
] as const;
type DatePatterns = Readonly<Record<(typeof datePatternNames)[number], RegExp>>;

/** What dates look like, with weekday and time of day at the end of the three that are whole. */
export interface DateRules extends Omit<DatePatterns, 'time'> {
  /** Chinese numeral → digits, `x` for ten; see `numerals.tsv`. */
  readonly numerals: ReadonlyMap<string, string>;
}

export function buildDateRules(patterns: DatePatterns, numerals: ReadonlyMap<string, string>): DateRules {
  const withTime = ({ source }: RegExp) => new RegExp(`^(?:${source})${patterns.time.source}$`, 'i');
  return {
    ...patterns,
    date: withTime(patterns.date),
    shortDate: withTime(patterns.shortDate),
    vagueDate: withTime(patterns.vagueDate),
    numerals,
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?`;
const WEEKDAYS = '(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}';
const ENGLISH = new RegExp(
  `(?<![a-z\\d])(?:${WEEKDAYS},? )?(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2}) ${MONTH}),?(?: ${WEEKDAYS})? (\\d{4})(?!\\d)`,
  'gi',
);
/** 23.11.2018, 23/11/2018. */
const DAY_FIRST = /(?<![\d./-])(1[3-9]|2\d|3[01])[./-](0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)(?![\d./-])/g;
/** The year before the first of the Republic, 民國元年. */
const REPUBLIC = 1911;

/**
 * The ISO 8601 date of a string that is nothing but a date, with or without weekday and time of day:
 * `2012年3月4日 12:30` → `2012-03-04`, `民國一〇一年三月四日` → `2012-03-04`, `2012年3月` → `2012-03`; `undefined` for
 * anything else, 2012-13-40 too. `12-03-04` is a date only where a label says so (`isLabelled`).
 */
export function readDate(text: string, rules: DateRules, isLabelled = false): string | undefined {
  if (!rules.dateBegins.test(text)) return undefined;
  const plain = closeUp(text, rules);
  const [whole, republic, years = '', year = '', hanMonth, hanDay, month, day] = rules.date.exec(plain) ?? [];
  if (whole !== undefined) {
    if (month === undefined && hanMonth === undefined && !isLabelled) return undefined; // 2012年 is a phrase
    const base = toNumber(republic === undefined ? year : years, rules);
    const parts = [hanMonth ?? month, hanDay ?? day].flatMap((part) => part ?? []);
    return toIso(
      republic === undefined ? base : REPUBLIC + base,
      parts.map((part) => toNumber(part, rules)),
    );
  }
  const [short, shortYear, hanM, hanD, , m, d] = (isLabelled && rules.shortDate.exec(plain)) || [];
  return short === undefined
    ? undefined
    : toIso(2000 + Number(shortYear), [Number(hanM ?? m), Number(hanD ?? d)]);
}

/**
 * `text` with dates in English as ISO 8601 has them, and those of figures whose day can be no month: Sep 16 Sun 2018 17:22
 * → 2018-09-16 17:22, 23.11.2018 → 2018-11-23.
 */
export function withIsoDates(text: string): string {
  const dayFirst = text.replace(DAY_FIRST, (words: string, ...groups: string[]) => {
    const [day, month, year] = groups.map(Number);
    return toIso(Number(year), [Number(month), Number(day)]) ?? words;
  });
  return dayFirst.replace(ENGLISH, (words: string, ...groups: (string | undefined)[]) => {
    const [first, day, before, second = '', year] = groups;
    const month = MONTHS.indexOf((first ?? second).toLowerCase()) + 1;
    return toIso(Number(year), [month, Number(day ?? before)]) ?? words;
  });
}

/** A date that leaves out the year, or counts back from a day nobody knows: 3月4日 12:30, 昨天, 3小時前. */
export function isVagueDate(text: string, rules: DateRules): boolean {
  return rules.vagueDateBegins.test(text) && rules.vagueDate.test(closeUp(text, rules));
}

/** One blank where there are several, and none beside 年 and 月: 2012 年 3 月 4 日. */
function closeUp(text: string, { dateBlanks }: DateRules): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(dateBlanks, '$1')
    .trim();
}

/** A year, or a year with its month, or with month and day; `undefined` when there is no such day. */
function toIso(year: number, parts: readonly number[]): string | undefined {
  const [month = 1, day = 1] = parts;
  if (!(year >= limits.EARLIEST_YEAR && year <= limits.LATEST_YEAR && isCalendarDate(year, month, day)))
    return undefined;
  return [year, ...parts.map((number) => String(number).padStart(2, '0'))].join('-');
}

/** 12, 一二, 十二, 二十一 and 廿一 as numbers; a 十 between digits stands for nothing, 〇 and 零 for zero. */
function toNumber(text: string, { numerals }: DateRules): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = [...text].map((sign) => numerals.get(sign) ?? sign).join('');
  const [, tens, ones] = (!/\d/.test(text) && /^([1-9]?)x([1-9]?)$/.exec(digits)) || [];
  return tens === undefined ? Number(digits.replaceAll('x', '0')) : 10 * (Number(tens) || 1) + Number(ones);
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const longest = month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : 29;
  const days = [31, longest, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
