/** Gives a structured text in both scripts. */
import type { Language, Metadata, Script } from '../../contract/schema.ts';
import { languages, type Standard } from '../../contract/vocabulary.ts';
import { plainText } from '../structure/blocks.ts';
import { isVerbatim } from '../structure/group.ts';
import type { Structured } from '../structure/structure.ts';
import type { ConvertRules } from './convert-rules.ts';
import { detectScript, detectStandard } from './detect-script.ts';
import { createPen, type Pen } from './pen.ts';
import { mayHoldVerbatim } from './scripts.ts';

/** A text in both scripts; block *n* of one is block *n* of the other, with as many code points. */
export interface Converted {
  readonly structured: Structured;
  readonly script: Script;
  readonly standard: Standard;
  readonly metadata: Readonly<Record<Language, Metadata>>;
  readonly blocks: Readonly<Record<Language, readonly string[]>>;
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
  const pen = createPen(rules);
  const script = detectScript(reading.text, rules, pen);
  const standard = options.standard ?? (script === 'hant' ? detectStandard(reading.text, rules) : 's2tw');
  const write = writerFor(script, pen, standard);
  const texts = writeBlocks(structured, write);
  const inScript = (language: Language) => texts.map((text) => text[language]);
  return {
    structured,
    script,
    standard,
    metadata: convertMetadata(metadata, write),
    blocks: { 'zh-Hant': inScript('zh-Hant'), 'zh-Hans': inScript('zh-Hans') },
  };
}

/** Gives a text in both scripts. */
type Writer = (text: string) => Record<Language, string>;

function writerFor(script: Script, pen: Pen, standard: Standard): Writer {
  if (script === 'hant') return (text) => ({ 'zh-Hant': text, 'zh-Hans': pen.simplify(text) });
  return (text) => {
    const simplified = script === 'hans' ? text : pen.simplify(text);
    return { 'zh-Hant': pen.traditionalize(simplified, standard), 'zh-Hans': simplified };
  };
}

/** The texts of the blocks. Those without signs are cut out of the whole, which is quicker than to write each. */
function writeBlocks({ reading: { text }, blocks }: Structured, write: Writer): Record<Language, string>[] {
  const whole = mayHoldVerbatim(text) ? undefined : write(text);
  const isAligned = whole && languages.every((language) => whole[language].length === text.length);
  return blocks.map((block) => {
    const { start, end, signs, kind } = block;
    if (isVerbatim(kind)) return inBoth(() => plainText(text, block));
    if (!isAligned || signs) return write(plainText(text, block));
    return inBoth((language) => whole[language].slice(start, end));
  });
}

function inBoth<T>(make: (language: Language) => T): Record<Language, T> {
  return { 'zh-Hant': make('zh-Hant'), 'zh-Hans': make('zh-Hans') };
}

function convertMetadata(
  { title, author, publisher, date, description }: Metadata,
  write: Writer,
): Record<Language, Metadata> {
  const written = {
    title: write(title),
    ...(author !== undefined && { author: write(author) }),
    ...(publisher !== undefined && { publisher: write(publisher) }),
    ...(description !== undefined && { description: write(description) }),
  };
  return inBoth((language) => ({
    title: written.title[language],
    ...(written.author && { author: written.author[language] }),
    ...(written.publisher && { publisher: written.publisher[language] }),
    ...(date !== undefined && { date }),
    ...(written.description && { description: written.description[language] }),
  }));
}
