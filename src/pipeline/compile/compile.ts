/** Puts an edition together: apparatus, front matter and Markdown. */
import type { Apparatus, FrontMatter, Language } from '../../edition/schema.ts';
import { languages } from '../../edition/vocabulary.ts';
import type { Converted } from '../convert/convert.ts';
import { countCharacters } from '../convert/dictionary.ts';
import type { Witness } from '../index.ts';
import { toMarkdown } from './markdown.ts';
import { toRecords } from './records.ts';

/** What the pipeline makes of a witness; the files of `content/editions/<slug>/`. */
export interface Edition {
  readonly apparatus: Apparatus;
  readonly frontMatter: Readonly<Record<Language, FrontMatter>>;
  readonly markdown: Readonly<Record<Language, string>>;
}

/** The edition of `witness`, whose text `converted` is and whose bytes were in `encoding`. */
export function compile(witness: Witness, encoding: string, converted: Converted): Edition {
  const apparatus = toApparatus(witness, encoding, converted);
  const frontMatter = byLanguage((language) => toFrontMatter(apparatus, converted, language));
  const { blocks } = converted.structured;
  const markdown = byLanguage((language) =>
    toMarkdown(frontMatter[language], blocks, converted.blocks[language]),
  );
  return { apparatus, frontMatter, markdown };
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
  encoding: string,
  { structured, script, standard, blocks }: Converted,
): Apparatus {
  const { siglum, slug, sha256, origin, bytes } = witness;
  const characters = countCharacters(structured.reading.witness);
  return {
    version: 1,
    slug,
    witness: { siglum, sha256, bytes: bytes.length, characters, encoding, origin },
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
