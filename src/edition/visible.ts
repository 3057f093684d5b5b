/** Characters a reader cannot see or tell apart: controls, joiners and other format characters, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu;

/**
 * Writes invisible characters as code points, for showing what a witness reads.
 *
 * `visible('好\u0005')` → `好⟨U+0005⟩`
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
