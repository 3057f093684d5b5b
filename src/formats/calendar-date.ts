/** Dates as the contract has them: as much of a day as the page states. */

/** Whether a date is one of the calendar: the contract knows its form only, and `2012-13` has it. */
export function isCalendarDate(date: string): boolean {
  const moment = new Date(toTimestamp(date));
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}

/** The moment a date begins: `2012-03` → `2012-03-01T00:00:00Z`. */
export function toTimestamp(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`;
}
