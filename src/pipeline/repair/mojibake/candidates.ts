/** Stretches that may be mojibake, with what speaks for each. Nothing is decided here. */
import type { RepairRules } from '../rules.ts';
import type { Charsets } from './charsets.ts';
import type { Span } from './lines.ts';
import type { Scale } from './scale.ts';
import { type Chain, chains, reread, rereadAgain, type Step } from './steps.ts';
import { HOLE, type Stretch } from './stretch.ts';

/** What a character costs that wrong bytes give by chance. */
const CHANCE = 52;
/** What a character costs that is not known. */
const HOLE_COST = 40;
/** That bytes are valid UTF-8 speaks for itself, character by character. */
const VALID = 8;

export interface Candidate {
  readonly chain: Chain;
  readonly stretch: Stretch;
  readonly start: number;
  readonly end: number;
  /** Characters beyond ASCII that it gives, those with lost bytes left out. */
  readonly characters: number;
  readonly isChinese: boolean;
  /** How much less it costs than what was found; quarters of a nat. */
  readonly gain: number;
  /** How much less it costs than characters at random would. */
  readonly evidence: number;
}

export interface Means {
  readonly charsets: Charsets;
  readonly rules: RepairRules;
  readonly scale: Scale;
}

/** The candidates that `among` give between `start` and `end`, chain by chain; they overlap. */
export function findCandidates(
  text: string,
  [start, end]: Span,
  means: Means,
  among: Iterable<Chain> = chains,
): Candidate[] {
  const once = new Map<Step, Stretch[]>();
  const candidates: Candidate[] = [];
  for (const chain of among) {
    for (const stretch of unfold(text, start, end, chain, once, means)) {
      const candidate = weigh(text, chain, stretch, means);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

function unfold(
  text: string,
  start: number,
  end: number,
  { steps }: Chain,
  once: Map<Step, Stretch[]>,
  { charsets, rules }: Means,
): Stretch[] {
  const [first, second] = steps as [Step, Step?];
  const known = once.get(first) ?? reread(text, start, end, first, charsets, rules);
  once.set(first, known);
  if (!second) return known;
  return known
    .filter((outer) => /[^\0-\x7f][\0-\x7f]?[^\0-\x7f]/.test(outer.text))
    .flatMap((outer) => rereadAgain(outer, second, charsets, rules));
}

function weigh(text: string, chain: Chain, stretch: Stretch, { scale }: Means): Candidate | undefined {
  const start = stretch.from[0]!;
  const end = stretch.from.at(-1)!;
  const signs = signsOf(stretch.text.replaceAll(HOLE, ''));
  const characters = signs.replaceAll('\n', '').length;
  const cost = scale.costOf(signs);
  const gain = scale.costOf(signsOf(text.slice(start, end))) - cost - HOLE_COST * stretch.holes.length;
  if (characters === 0 && stretch.holes.length === 0) return undefined;
  const breaks = scale.costOf('\n') * (signs.length - characters);
  const isValid = chain.steps.every(({ right }) => right === 'utf-8');
  const evidence = (CHANCE + (isValid ? VALID : 0)) * characters + breaks - cost;
  const isChinese = /[\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]/.test(signs);
  return { chain, stretch, start, end, characters, isChinese, gain, evidence };
}

/** ASCII is neither gained nor lost. */
function signsOf(text: string): string {
  return text.replace(/[\0-\x7f]+/g, '\n');
}
