/** Puts an edition together: apparatus, front matter and Markdown. */
import type { Edition, Witness } from '../../contract/edition.ts';
import type { Apparatus, FrontMatter, Language } from '../../contract/schema.ts';
import { languages } from '../../contract/vocabulary.ts';
import type { Converted } from '../convert/convert.ts';
import type { Extracted } from '../extract/extract.ts';
import { countCharacters } from '../text/code-points.ts';
import { toMarkdown } from './markdown.ts';
import { toRecords } from './records.ts';

/** The edition of `witness`, whose text `converted` is. */
export function compile(witness: Witness, received: Extracted, converted: Converted): Edition {
  const apparatus = toApparatus(witness, received, converted);
  const frontMatter = byLanguage((language) => toFrontMatter(apparatus, converted, language));
  const { blocks } = converted.structured;
  const markdown = byLanguage((language) =>
    toMarkdown(frontMatter[language], blocks, converted.blocks[language]),
  );
  return { apparatus, frontMatter, markdown, blocks: converted.blocks };
}

function byLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>;
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
  witness: Witness,
  { encoding, extraction }: Extracted,
  { structured, script, standard, blocks }: Converted,
): Apparatus {
  const { siglum, slug, sha256, origin, bytes } = witness;
  const characters = countCharacters(structured.reading.witness);
  return {
    version: 1,
    slug,
    witness: {
      siglum,
      sha256,
      bytes: bytes.length,
      characters,
      encoding,
      origin,
      ...(extraction && { extraction }),
    },
    script,
    standard,
    blocks: structured.blocks.map(({ id, kind, depth }, i) => ({
      id,
      kind,
      ...(depth !== undefined && { depth }),
      characters: countCharacters(blocks['zh-Hans'][i]!),
    })),
    ...toRecords(structured),
  };
}
