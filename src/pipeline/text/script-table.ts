/** Which of the two scripts a character belongs to. */
import { type ReadFile, readCharacters, readRows } from '../../data/read-rows.ts';
import type { FoldTable } from './fold.ts';

/** The characters that only one of the scripts has. */
export interface ScriptTable {
  readonly fold: FoldTable;
  /** By UTF-16 unit: 1 where the character is Simplified only, 2 where it is Traditional only, otherwise 0. */
  readonly side: Uint8Array;
}

/** Which characters only one script has: those of `simplified-only.txt`, and those that fold to another but for 著. */
export function parseScripts(read: ReadFile, fold: ScriptTable['fold']): ScriptTable {
  const side = new Uint8Array(0x10000);
  for (let unit = 0; unit < side.length; unit++) if (fold[unit] !== unit) side[unit] = 2;
  for (const [character = ''] of readRows('both-scripts.txt', read, 2)) side[character.charCodeAt(0)] = 0;
  const simplified = readCharacters(read('simplified-only.txt'));
  for (let unit = 0; unit < side.length; unit++) if (simplified[unit] === 1) side[unit] = 1;
  return { fold, side };
}
