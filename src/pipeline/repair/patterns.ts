/** Words and signs that the repair looks for: `src/data/repair/patterns.tsv`, which says what each is. */
import { readPatterns } from '../../data/read-patterns.ts';
import type { ReadFile } from '../../data/read-rows.ts';

export const patternsFile = 'repair/patterns.tsv';
const names = [
  ...(['aboutReferences', 'aboutMojibake', 'announcesExample', 'asks'] as const),
  ...(['lostAsGbk', 'lostAsLatin', 'unwritten', 'undecoded', 'unencoded', 'lossSign'] as const),
] as const;

export type RepairPatterns = Readonly<Record<(typeof names)[number], RegExp>>;

/** Throws a sentence naming the row that is not as the file's header says. */
export function parseRepairPatterns(read: ReadFile): RepairPatterns {
  return readPatterns(patternsFile, read, names);
}
