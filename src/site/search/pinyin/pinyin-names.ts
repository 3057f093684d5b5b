/**
 * A name as its readers may spell it: Simplified, the readings of each character (`she hui,kuai hua`), and Traditional
 * where that is another.
 */
export type Spelling = readonly [hans: string, readings: string, hant?: string];

/** Which files of spellings there are: by the letter of the first syllable, the letters of the second if it has files. */
export type PinyinPlan = Record<string, string>;

/** Name of the file with what begins with a letter, or with two syllables of which these are the letters. */
export function spellingsName(letters: string): string {
  return `pinyin-${letters}.bin`;
}

/** Letters with which a syllable can begin. */
export const FIRST_LETTERS = 'abcdefghjklmnopqrstwxyz';

/** Name of the file with the first reading of every character: `[reading, characters]`. */
export const SOUNDS = 'sounds.bin';
