import { kindsOfUnits, unitKinds } from '../word-characters.ts';

const kinds = kindsOfUnits();

/** Is a unit part of a word? */
export function isWord(unit: number): boolean {
  return kinds[unit] === unitKinds.word;
}

/** Is a unit a mark, or half a character? */
export function isMark(unit: number): boolean {
  return kinds[unit] === unitKinds.mark;
}
