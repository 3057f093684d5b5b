/** Text as glyphs: what is there of the text is shown, and what the typefaces lack is shown to be lacking. */
import { type Language, languages } from '../../contract/schema.ts';
import type { Item } from './break-lines.ts';
import { needsSpace } from './character-kinds.ts';
import { type Glyph, typefaceFor, type Weight } from './typeface.ts';

/** A glyph of a certain size and weight, on its way into a line; its width is in pixels. */
export interface SizedGlyph extends Item {
  readonly glyph: Glyph;
  readonly style: Style;
}

/** A glyph with its place: the left end of its baseline, in pixels; quarters of a pixel count across. */
export interface PlacedGlyph extends SizedGlyph {
  readonly x: number;
  readonly y: number;
  /** Drawn in grey: what is not the text. */
  readonly isGrey: boolean;
}

export interface Style {
  readonly size: number;
  readonly weight: Weight;
}

/** What stands for a character that neither typeface has: the sign of GB/T 15834 for one that is missing. */
const MISSING = '□';
/** Between East Asian and other writing, in em, as browsers do it by `text-autospace`. */
const GAP = 1 / 8;

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Of texts of these alone every code point is a character of its own. */
const SIMPLE = /^[\p{Script=Han}\u0020-\u007e\u3000-\u303f\uff00-\uffef“”‘’—…·]*$/u;
/** What cannot be seen at all: controls, joiners, marks of direction and order, choices of variants, halves of surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** `text` on one line, as far as `most` characters. */
export function tidy(text: string, most: number): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .trim();
  return [...line].slice(0, most).join('');
}

/** Makes glyphs of `texts` at hand, for `shapeText`. */
export async function loadGlyphs(texts: readonly string[], language: Language): Promise<void> {
  const text = texts.join('') + MISSING;
  const own = typefaceFor(language);
  await own.load(text);
  const lacking = [...text].filter((character) => !own.glyph(character)).join('');
  for (const other of languages) if (other !== language && lacking) await typefaceFor(other).load(lacking);
}

/** `text` in glyphs of `language`'s typeface, or else of the other's, or else as signs that something is missing. */
export function shapeText(text: string, language: Language, style: Style): SizedGlyph[] {
  const glyphs = toCharacters(text).map((character) => findGlyph(character, language));
  return glyphs.map((glyph, index) => {
    const { character } = glyph;
    const gap = needsSpace(character, glyphs[index + 1]?.character ?? '') ? GAP : 0;
    return { character, glyph, style, width: (glyph.advance(style.weight) + gap) * style.size };
  });
}

/** What a reader takes for one character each: 👨‍👩‍👧, which is five code points, is one. */
function toCharacters(text: string): string[] {
  if (SIMPLE.test(text)) return [...text];
  const characters = [...segmenter.segment(text)].map(({ segment }) => segment.replace(UNSEEN, ''));
  return characters.filter((character) => character !== '');
}

function findGlyph(character: string, language: Language): Glyph {
  const own = typefaceFor(language);
  const glyph = own.glyph(character) ?? findElsewhere(character, language) ?? own.glyph(MISSING);
  if (!glyph)
    throw new Error(`The typeface has not been loaded for ${MISSING}; load the glyphs of a text first.`);
  return glyph;
}

function findElsewhere(character: string, language: Language): Glyph | undefined {
  // A letter with a mark too many is still that letter; of a family of emoji, the first is not the family.
  const [first = ''] = character;
  const base = PICTURE.test(character) ? '' : first;
  const typefaces = [typefaceFor(language), ...languages.map(typefaceFor)];
  const glyphs = [character, base].flatMap((form) => typefaces.map((typeface) => typeface.glyph(form)));
  return glyphs.find((glyph) => glyph !== undefined);
}

const PICTURE = /\p{Extended_Pictographic}/u;
