/** Characters an adult reads in a minute, of Chinese prose, silently. */
const PER_MINUTE = 400;

/** Minutes a text takes to read, at least one: `readingMinutes(2490)` → 6. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / PER_MINUTE));
}
