/** Dates as Chinese pages write them. */

const HAN_DIGITS = '〇零○一二三四五六七八九十廿卅';
const NUMBER = `[\\d${HAN_DIGITS}]{1,3}`;
const WEEKDAY = '[（(]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?';
const TIME =
  '(?:上午|下午|早上|中午|晚上|凌晨|am|pm)?\\d{1,2}(?:[:：]\\d{2}(?:[:：]\\d{2})?|[时時點点](?:\\d{1,2}分?)?)(?:am|pm|Z|[+-]\\d{2}:?\\d{2})?';
const REST = `(?: ?${WEEKDAY})?[T ]?(?:${TIME})?`;
const FULL = new RegExp(
  `^(?:中?[华華]?(民[国國])(${NUMBER})|(\\d{4}|[${HAN_DIGITS}]{4}))(?:年(?:(${NUMBER})月(?:份|(${NUMBER})[日号號])?)?|[-/.](\\d{1,2})[-/.](\\d{1,2}))${REST}$`,
  'i',
);
const SHORT = new RegExp(
  `^(\\d{2})(?:年(\\d{1,2})月(\\d{1,2})日|([-/.])(\\d{1,2})\\4(\\d{1,2}))${REST}$`,
  'i',
);
const AGO = /^(?:[昨今前]天|[昨今]日|[刚剛][刚剛]|\d+(?:分[钟鐘]|小[时時]|天|周|[个個]月|年)前)/;
const VAGUE = new RegExp(
  `^(?:${AGO.source.slice(1)}|${NUMBER}月${NUMBER}[日号號]|\\d{1,2}[-/]\\d{1,2})${REST}$`,
  'i',
);
const DATE_BEGINS = new RegExp(`^[\\s\u3000]*[\\d中民${HAN_DIGITS}]`); // most lines do not, and need no more looking
const VAGUE_BEGINS = new RegExp(`^[\\s\u3000]*[\\d昨今前刚剛${HAN_DIGITS}]`);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?`;
const WEEKDAYS = '(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}';
const ENGLISH = new RegExp(
  `(?<![a-z\\d])(?:${WEEKDAYS},? )?(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2}) ${MONTH}),?(?: ${WEEKDAYS})? (\\d{4})(?!\\d)`,
  'gi',
);
/** 23.11.2018, 23/11/2018. */
const DAY_FIRST = /(?<![\d./-])(1[3-9]|2\d|3[01])[./-](0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)(?![\d./-])/g;
const [EARLIEST, LATEST] = [1900, 2099];
const REPUBLIC = 1911;

/**
 * The ISO 8601 date of a string that is nothing but a date, with or without weekday and time of day:
 * `2012年3月4日 12:30` → `2012-03-04`, `民國一〇一年三月四日` → `2012-03-04`, `2012年3月` → `2012-03`; `undefined` for
 * anything else, 2012-13-40 too. `12-03-04` is a date only where a label says so (`isLabelled`).
 */
export function readDate(text: string, isLabelled = false): string | undefined {
  if (!DATE_BEGINS.test(text)) return undefined;
  const plain = closeUp(text);
  const full = FULL.exec(plain);
  if (full) {
    const [, republic, years, year, hanMonth, hanDay, month, day] = full;
    const base = republic === undefined ? toNumber(year!) : REPUBLIC + toNumber(years!);
    if (month === undefined && hanMonth === undefined && !isLabelled) return undefined; // 2012年 is a phrase
    return toIso(base, hanMonth ?? month, hanDay ?? day);
  }
  const [, year, month, day, , m, d] = (isLabelled && SHORT.exec(plain)) || [];
  return year === undefined ? undefined : toIso(2000 + Number(year), month ?? m, day ?? d);
}

/**
 * `text` with dates in English as ISO 8601 has them, and those of figures whose day can be no month: Sep 16 Sun 2018 17:22
 * → 2018-09-16 17:22, 23.11.2018 → 2018-11-23.
 */
export function withIsoDates(text: string): string {
  const dayFirst = text.replace(
    DAY_FIRST,
    (words, day: string, month: string, year: string) => toIso(Number(year), month, day) ?? words,
  );
  return dayFirst.replace(
    ENGLISH,
    (words, first?: string, day?: string, before?: string, second?: string, year?: string) => {
      const month = MONTHS.indexOf((first ?? second)!.toLowerCase()) + 1;
      return toIso(Number(year), String(month), day ?? before) ?? words;
    },
  );
}

/** A date that leaves out the year, or counts back from a day nobody knows: 3月4日 12:30, 昨天, 3小時前. */
export function isVagueDate(text: string): boolean {
  return VAGUE_BEGINS.test(text) && VAGUE.test(closeUp(text));
}

/** One blank where there are several, and none beside 年 and 月: 2012 年 3 月 4 日. */
function closeUp(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/ ?([年月]) ?| (?=[日号號])/g, '$1')
    .trim();
}

function toIso(year: number, month?: string, day?: string): string | undefined {
  if (year < EARLIEST || year > LATEST) return undefined;
  const numbers = [month, day].filter((part) => part !== undefined).map(toNumber);
  if (!isCalendarDate(year, numbers[0] ?? 1, numbers[1] ?? 1)) return undefined;
  return [year, ...numbers.map((number) => String(number).padStart(2, '0'))].join('-');
}

/** 12, 一二, 十二, 二十一 and 廿一 as numbers; a 十 between digits stands for nothing, 〇 and 零 for zero. */
function toNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const spelt = text.replace('廿', '二十').replace('卅', '三十');
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(spelt);
  if (tens) return 10 * (toDigit(tens[1]!) || 1) + toDigit(tens[2]!);
  return Number([...text].map((digit) => (/\d/.test(digit) ? digit : toDigit(digit))).join(''));
}

function toDigit(han: string): number {
  return Math.max(0, '〇一二三四五六七八九'.indexOf(han === '' || han === '零' || han === '○' ? '〇' : han));
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const longest = month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : 29;
  const days = [31, longest, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
