/** Gives a structured text in both scripts. */
import type { Language, Metadata, Script } from '../../edition/schema.ts';
import { plainText } from '../structure/blocks.ts';
import { isVerbatim } from '../structure/group.ts';
import type { Structured } from '../structure/structure.ts';
import type { ConvertRules } from './convert-rules.ts';
import { detectScript, detectStandard } from './detect-script.ts';
import { type Standard, toSimplified, toTraditional } from './scripts.ts';

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
  const { reading, blocks, metadata } = structured;
  const script = detectScript(reading.text, rules);
  const standard = options.standard ?? (script === 'hant' ? detectStandard(reading.text, rules) : 's2tw');
  const pen = penFor(script, rules, standard);
  const texts = blocks.map((block) => {
    const text = plainText(reading.text, block);
    return isVerbatim(block.kind) ? { 'zh-Hant': text, 'zh-Hans': text } : pen(text);
  });
  const inScript = (language: Language) => texts.map((text) => text[language]);
  return {
    structured,
    script,
    standard,
    metadata: {
      'zh-Hant': convertMetadata(metadata, pen, 'zh-Hant'),
      'zh-Hans': convertMetadata(metadata, pen, 'zh-Hans'),
    },
    blocks: { 'zh-Hant': inScript('zh-Hant'), 'zh-Hans': inScript('zh-Hans') },
  };
}

type Pen = (text: string) => Record<Language, string>;

function penFor(script: Script, rules: ConvertRules, standard: Standard): Pen {
  if (script === 'hant') return (text) => ({ 'zh-Hant': text, 'zh-Hans': toSimplified(text, rules) });
  const simplify = script === 'hans' ? (text: string) => text : (text: string) => toSimplified(text, rules);
  return (text) => {
    const simplified = simplify(text);
    return { 'zh-Hant': toTraditional(simplified, rules, standard), 'zh-Hans': simplified };
  };
}

function convertMetadata(metadata: Metadata, pen: Pen, language: Language): Metadata {
  const { title, author, publisher, date, description } = metadata;
  const write = (text: string) => pen(text)[language];
  return {
    title: write(title),
    ...(author !== undefined && { author: write(author) }),
    ...(publisher !== undefined && { publisher: write(publisher) }),
    ...(date !== undefined && { date }),
    ...(description !== undefined && { description: write(description) }),
  };
}
