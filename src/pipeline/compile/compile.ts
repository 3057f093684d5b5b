/** Puts an edition together: apparatus, front matter and Markdown. */
import type { Edition, Witness } from '../../contract/edition.ts';
import type { Apparatus, FrontMatter, Language } from '../../contract/schema.ts';
import { byLanguage } from '../../contract/vocabulary.ts';
import type { Converted } from '../convert/convert.ts';
import type { Extracted } from '../extract/extract.ts';
import { countCharacters } from '../text/code-points.ts';
import { toMarkdown } from './markdown.ts';
import { toRecords } from './records.ts';

/**
 * The edition of `witness`: `converted` is its text in both scripts, with all that was changed; `extracted` says how the
 * text was had from the bytes. Offsets of the apparatus count code points.
 */
export function compile(witness: Witness, extracted: Extracted, converted: Converted): Edition {
  const { blocks } = converted;
  const apparatus = toApparatus(witness, extracted, converted);
  const frontMatter = byLanguage((language) => toFrontMatter(apparatus, converted, language));
  return {
    apparatus,
    frontMatter,
    markdown: byLanguage((language) => toMarkdown(frontMatter[language], blocks)),
    blocks: byLanguage((language) => blocks.map(({ texts }) => texts[language])),
  };
}

function toFrontMatter(
  { slug, blocks }: Apparatus,
  { metadata, structured }: Converted,
  lang: Language,
): FrontMatter {
  const characters = blocks.reduce((total, block) => total + block.characters, 0);
  const titleSource = structured.title ? 'stated' : 'first-words';
  return { ...metadata[lang], titleSource, lang, slug, characters };
}

function toApparatus(
  { siglum, slug, sha256, origin, bytes }: Witness,
  { encoding, extraction }: Extracted,
  { structured, script, standard, blocks }: Converted,
): Apparatus {
  const characters = countCharacters(structured.reading.witness);
  const received = { siglum, sha256, bytes: bytes.length, characters, encoding, origin };
  return {
    version: 1,
    slug,
    witness: { ...received, ...(extraction && { extraction }) },
    script,
    standard,
    blocks: blocks.map(({ id, kind, depth, texts }) => ({
      id,
      kind,
      ...(depth !== undefined && { depth }),
      characters: countCharacters(texts['zh-Hans']),
    })),
    ...toRecords(structured),
  };
}
