/** Dates as Chinese pages write them. */

const DATE =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;

/**
 * The ISO 8601 calendar date of a string that is nothing but a date, with or without the time of day:
 * `2012年3月4日` → `2012-03-04`, `2024-10-10 04:37:31` → `2024-10-10`; `undefined` for anything else, 2012-13-40 too.
 */
export function readDate(text: string): string | undefined {
  const [, year, month, day] = DATE.exec(text.trim()) ?? [];
  if (year === undefined || !isCalendarDate(Number(year), Number(month), Number(day))) return undefined;
  return [year, month!.padStart(2, '0'), day!.padStart(2, '0')].join('-');
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const longest = month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : 29;
  const days = [31, longest, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
