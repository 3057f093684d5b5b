/** The day where the reader is, as ISO 8601 has it: `2026-11-22`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
