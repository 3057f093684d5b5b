/** Noto Serif in the forms of Taiwan and of the mainland, read slice by slice from the packages of Fontsource. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import type { Language } from '../../contract/schema.ts';
import { type Contour, readOutline } from './outline.ts';

const require = createRequire(import.meta.url);

/** From 200 to 900; the fonts are variable. */
export type Weight = 400 | 700 | 900;

/** A character as it is cut in one typeface. */
export interface Glyph {
  readonly character: string;
  /** How far the next one stands from it, in em. */
  advance(weight: Weight): number;
  outline(weight: Weight): readonly Contour[];
}

interface Typeface {
  /** Reads the slices with the characters of `text`; until then they are not there. */
  load(text: string): Promise<void>;
  /** The glyph of a character; nothing where the typeface has none, or has not been loaded for it. */
  glyph(character: string): Glyph | undefined;
}

const names: Readonly<Record<Language, string>> = { 'zh-Hant': 'noto-serif-tc', 'zh-Hans': 'noto-serif-sc' };
const opened = new Map<Language, Typeface>();

/** The typeface for texts in one script; opened once. */
export function typefaceFor(language: Language): Typeface {
  const typeface = opened.get(language) ?? openTypeface(names[language]);
  opened.set(language, typeface);
  return typeface;
}

function openTypeface(name: string): Typeface {
  const folder = `@fontsource-variable/${name}`;
  const sliceOf = readSlices(require.resolve(`${folder}/unicode.json`));
  const slices = new Map<string, Slice>();
  const glyphs = new Map<string, Glyph>();
  return {
    async load(text) {
      for (const character of text) {
        const slice = glyphs.has(character) ? undefined : sliceOf.get(character);
        if (slice === undefined || slices.has(slice)) continue;
        const file = require.resolve(`${folder}/files/${name}-${slice}-wght-normal.woff2`);
        slices.set(slice, await openSlice(file));
      }
    },
    glyph(character) {
      const known = glyphs.get(character);
      if (known) return known;
      const glyph = slices.get(sliceOf.get(character) ?? '')?.(character);
      if (glyph) glyphs.set(character, glyph);
      return glyph;
    },
  };
}

/** Which slice has which character. The first that claims one has it: `latin` claims much that it does not have. */
function readSlices(file: string): Map<string, string> {
  const slices = new Map<string, string>();
  const ranges: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  for (const [name, list] of Object.entries(ranges))
    for (const range of list.split(',')) {
      const [first = 0, last = first] = range
        .slice('U+'.length)
        .split('-')
        .map((point) => Number.parseInt(point, 16));
      for (let point = first; point <= last; point++) {
        const character = String.fromCodePoint(point);
        if (!slices.has(character)) slices.set(character, name.replace(/^\[(.*)\]$/, '$1'));
      }
    }
  return slices;
}

/** Finds the glyph of a character; nothing where the slice claims one that it does not have. */
type Slice = (character: string) => Glyph | undefined;

async function openSlice(file: string): Promise<Slice> {
  const face = new Face(new Blob(await decompress(readFileSync(file))));
  const fonts = new Map<Weight, Font>();
  const fontOf = (weight: Weight) => {
    const font = fonts.get(weight) ?? openFont(face, weight);
    fonts.set(weight, font);
    return font;
  };
  return (character) => {
    const id = fontOf(400).nominalGlyph(character.codePointAt(0) ?? 0);
    if (id === undefined) return undefined;
    const advances = new Map<Weight, number>();
    return {
      character,
      advance: (weight) => {
        const advance = advances.get(weight) ?? fontOf(weight).glyphHAdvance(id) / face.upem;
        advances.set(weight, advance);
        return advance;
      },
      outline: (weight) => readOutline(fontOf(weight), id, face.upem),
    };
  };
}

function openFont(face: Face, weight: Weight): Font {
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight)]);
  return font;
}
