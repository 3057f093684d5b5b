/** Lines of which an entity or a lost blank is all that is left. */
import type { PageView, Verdict } from './verdict.ts';

// A no-break blank used as a spacer: the mirror left `&` (letter-to-ma-huateng) or `?` (essay-evening) of it.
const RESIDUE = /^(?:(?:&(?:amp;|nbsp;)?|\?|#xa0;)\s*)+$/i;

/** Lines that are nothing but `&` or `?`. */
export function findResidue({ lines, removed }: PageView): Verdict[] {
  return lines.flatMap(({ text }, line) => {
    if (removed.has(line) || !RESIDUE.test(text)) return [];
    const reason = 'All that is left of a blank line’s no-break space.';
    return [
      { type: 'removal' as const, line, kind: 'entity-residue' as const, rule: 'lone-residue', reason },
    ];
  });
}
