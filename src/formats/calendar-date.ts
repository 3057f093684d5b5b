/** `date` if it is one of the calendar: the contract knows its form only, and `2012-13` has it. */
export function calendarDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const moment = new Date(toTimestamp(date));
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : undefined;
}

/** The moment a date begins, which may be as much of a day as a page states: `2012-03` → `2012-03-01T00:00:00Z`. */
export function toTimestamp(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`;
}
