/** What the phase `structure` knows: read from `src/data/structure/`, checked, never written here. */
import { readPatterns } from '../../data/read-patterns.ts';
import { oneOf, type ReadFile, readRows, readWords } from '../../data/read-rows.ts';
import type { PageRules } from '../page/page-rules.ts';
import { type MarkerRules, readSchemes } from './marker.ts';

/** A sign of program code; see `code-signs.tsv`. */
export interface CodeSign {
  readonly where: 'starts' | 'has' | 'ends';
  readonly sign: string;
}

/** The rows of `patterns.tsv`, whose header says what each finds. */
const patternNames = ['about', 'credit', 'dateline', 'hanNumber', 'house', 'signed', 'step'] as const;

/** A signature in the words of its text, with the words for a reporter of `name-words.tsv`. */
interface SignatureRules {
  /** 新華社北京5月8日電（記者王小明）, at the beginning. */
  readonly dateline: RegExp;
  /** （本報記者 王小明）, at the end. */
  readonly reporter: RegExp;
}

export interface StructureRules extends PageRules, MarkerRules {
  readonly excerptLabels: readonly string[];
  readonly titleLabels: readonly string[];
  readonly quotationLabels: readonly string[];
  readonly codeSigns: readonly CodeSign[];
  readonly linkSchemes: ReadonlySet<string>;
  readonly signatures: SignatureRules;
  readonly structurePatterns: Readonly<Record<(typeof patternNames)[number], RegExp>>;
  /** The title of a text that has no words to make a title of. */
  readonly untitled: string;
}

/**
 * Parse the files of `src/data/structure/` that only this phase needs. Throws a sentence naming the file when one is not as
 * its header says.
 */
export function parseStructureRules(read: ReadFile, page: PageRules): StructureRules {
  const words = (name: string) => readWords(`structure/${name}`, read);
  const rows = (name: string, columns: number) => readRows(`structure/${name}`, read, columns);
  const structurePatterns = readPatterns('structure/patterns.tsv', read, patternNames);
  return {
    ...page,
    excerptLabels: words('excerpt-labels.tsv'),
    titleLabels: words('title-labels.tsv'),
    quotationLabels: words('quotation-labels.tsv'),
    numbering: readSchemes(rows('numbering.tsv', 4), structurePatterns.hanNumber.source),
    bullets: new Map(rows('bullets.tsv', 3).map(([sign = '', blank]) => [sign, blank === 'yes'])),
    codeSigns: rows('code-signs.tsv', 3).map(toSign),
    linkSchemes: new Set(words('link-schemes.tsv')),
    signatures: buildSignatures(structurePatterns, page.nameWords.before.join('|')),
    structurePatterns,
    untitled: words('untitled.tsv').join(''),
  };
}

function buildSignatures(
  { dateline, house }: StructureRules['structurePatterns'],
  reporters: string,
): SignatureRules {
  const reporter = `${house.source}(?:${reporters})\\s*(?<name>[\\p{Script=Han} \\u3000、]{2,20})`;
  return {
    dateline: new RegExp(`${dateline.source}(?:${reporters})\\s*(?<name>[^（）()]{2,20})[）)]`, 'du'),
    reporter: new RegExp(`(?:^|[。！？”」…!?）)]|[（(])\\s*${reporter}[）)]?$`, 'du'),
  };
}

function toSign([where = '', sign = '']: readonly string[]): CodeSign {
  const places = ['starts', 'has', 'ends'] as const;
  return { where: oneOf('structure/code-signs.tsv', where, places), sign: sign.replaceAll('␣', ' ') };
}
