/** A name as its readers may spell it: Traditional, Simplified, and the readings of each character: `she hui,kuai hua`. */
export type Spelling = readonly [hant: string, hans: string, readings: string];

/** Name of the file with what begins with a letter. */
export function spellingsName(letter: string): string {
  return `pinyin-${letter}.bin`;
}

/** Letters with which a syllable can begin. */
export const FIRST_LETTERS = 'abcdefghjklmnopqrstwxyz';
