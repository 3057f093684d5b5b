/** Gives a structured text in both scripts. */
import type { Language, Metadata, Script } from '../../contract/schema.ts';
import { byLanguage, languages, type Standard } from '../../contract/vocabulary.ts';
import { plainText, type StructuredBlock } from '../structure/blocks.ts';
import { isVerbatim } from '../structure/group.ts';
import type { Structured } from '../structure/structure.ts';
import type { ConvertRules } from './convert-rules.ts';
import { detectScript, detectStandard } from './detect-script.ts';
import { type Converter, createConverter, mayHoldVerbatim } from './scripts.ts';

/** A block, and its plain text in both scripts, with as many code points in the one as in the other. */
export interface ConvertedBlock extends StructuredBlock {
  readonly texts: Readonly<Record<Language, string>>;
}

/** A text in both scripts; `blocks` and `metadata` are those of `structured`. */
export interface Converted {
  readonly structured: Structured;
  readonly script: Script;
  readonly standard: Standard;
  readonly metadata: Readonly<Record<Language, Metadata>>;
  readonly blocks: readonly ConvertedBlock[];
}

export interface ConvertOptions {
  /** The Traditional to write where it is derived; `s2tw` by default. Of a genuine text: which one it is. */
  readonly standard?: Standard;
}

/**
 * `structured` in both scripts. Simplified and half-converted text is made Traditional from its Simplified form
 * (關系 → 关系 → 關係); genuine Traditional stays as it is, and only its Simplified is derived. Code and tables are not converted.
 */
export function convert(
  structured: Structured,
  rules: ConvertRules,
  options: ConvertOptions = {},
): Converted {
  const { reading, metadata } = structured;
  const converter = createConverter(rules);
  const script = detectScript(reading.text, rules, converter);
  const standard = options.standard ?? (script === 'hant' ? detectStandard(reading.text, rules) : 's2tw');
  const toBoth = chooseConversion(script, converter, standard);
  return {
    structured,
    script,
    standard,
    metadata: convertMetadata(metadata, toBoth),
    blocks: convertBlocks(structured, toBoth),
  };
}

/** Gives a text in both scripts. */
type ToBoth = (text: string) => Record<Language, string>;

function chooseConversion(script: Script, converter: Converter, standard: Standard): ToBoth {
  const { toSimplified, toTraditional } = converter;
  if (script === 'hant') return (text) => ({ 'zh-Hant': text, 'zh-Hans': toSimplified(text) });
  return (text) => {
    const simplified = script === 'hans' ? text : toSimplified(text);
    return { 'zh-Hant': toTraditional(simplified, standard), 'zh-Hans': simplified };
  };
}

/** The blocks with their texts. Those without signs are cut out of the whole, which is quicker than to convert each. */
function convertBlocks({ reading: { text }, blocks }: Structured, toBoth: ToBoth): ConvertedBlock[] {
  const whole = mayHoldVerbatim(text) ? undefined : toBoth(text);
  const isAligned = whole && languages.every((language) => whole[language].length === text.length);
  const convertBlock = (block: StructuredBlock) => {
    const { start, end, signs, kind } = block;
    if (isVerbatim(kind)) return byLanguage(() => plainText(text, block));
    if (!isAligned || signs) return toBoth(plainText(text, block));
    return byLanguage((language) => whole[language].slice(start, end));
  };
  return blocks.map((block) => ({ ...block, texts: convertBlock(block) }));
}

function convertMetadata(metadata: Metadata, toBoth: ToBoth): Record<Language, Metadata> {
  const { title, author, publisher, description } = metadata;
  return byLanguage((language) => {
    const write = (text: string) => toBoth(text)[language];
    return {
      ...metadata,
      title: write(title),
      ...(author !== undefined && { author: write(author) }),
      ...(publisher !== undefined && { publisher: write(publisher) }),
      ...(description !== undefined && { description: write(description) }),
    };
  });
}
