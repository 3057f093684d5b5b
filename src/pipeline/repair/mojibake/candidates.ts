/** Stretches that may be mojibake, with what speaks for each. Nothing is decided here. */
import { REREAD } from '../constants.ts';
import type { RepairRules } from '../rules.ts';
import type { TextScorer } from '../text-scorer.ts';
import type { TextSpan } from './lines.ts';
import { type Chain, chains, reread, rereadAgain, type Step } from './steps.ts';
import { HOLE, type Stretch } from './stretch.ts';

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

/** What finding and scoring candidates takes. */
export interface Tools {
  readonly rules: RepairRules;
  readonly scorer: TextScorer;
}

/** The candidates that `among`, by default all chains, give in a span, chain by chain; they overlap. */
export function findCandidates(
  span: TextSpan,
  { rules, scorer }: Tools,
  among: Iterable<Chain> = chains,
): Candidate[] {
  const known = new Map<Step, Stretch[]>();
  const candidates: Candidate[] = [];
  for (const chain of among) {
    const once = known.get(chain.first) ?? reread(span, chain.first, rules);
    known.set(chain.first, once);
    for (const stretch of chain.steps.length > 1 ? rereadTwice(once, chain.last, rules) : once) {
      const candidate = scoreCandidate(span.text, { chain, stretch }, scorer);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

function rereadTwice(once: readonly Stretch[], step: Step, rules: RepairRules): Stretch[] {
  return once
    .filter((outer) => /[^\0-\x7f][\0-\x7f]?[^\0-\x7f]/.test(outer.text))
    .flatMap((outer) => rereadAgain(outer, step, rules));
}

function scoreCandidate(
  text: string,
  { chain, stretch }: Pick<Candidate, 'chain' | 'stretch'>,
  scorer: TextScorer,
): Candidate | undefined {
  const start = stretch.from.at(0) ?? 0;
  const end = stretch.from.at(-1) ?? 0;
  const signs = signsOf(stretch.text.replaceAll(HOLE, ''));
  const characters = signs.replaceAll('\n', '').length;
  if (characters === 0 && stretch.holes.length === 0) return undefined;
  const cost = scorer.costOf(signs);
  const gain = scorer.costOf(signsOf(text.slice(start, end))) - cost - REREAD.holeCost * stretch.holes.length;
  const breaks = scorer.costOf('\n') * (signs.length - characters);
  const isValid = chain.steps.every(({ right }) => right === 'utf-8');
  const chance = REREAD.chanceCost + (isValid ? REREAD.validUtf8 : 0);
  const evidence = chance * characters + breaks - cost;
  const isChinese = /[\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]/.test(signs);
  return { chain, stretch, start, end, characters, isChinese, gain, evidence };
}

/** ASCII is neither gained nor lost. */
function signsOf(text: string): string {
  return text.replace(/[\0-\x7f]+/g, '\n');
}
