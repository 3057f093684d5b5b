/** `pairs.txt`. */
import type { OpenGram } from './open-gram.ts';
import type { Table } from './table.ts';

/** Pairs kept: the commonest whose characters attract each other by at least this many nats. */
const PAIRS_KEPT = 60_000;
const LEAST_ATTRACTION = 0.75;

/** Sums of probabilities by name; what was never added is 0. */
class Counts extends Map<string, number> {
  add(name: string, amount: number): void {
    this.set(name, this.of(name) + amount);
  }

  of(name: string): number {
    return this.get(name) ?? 0;
  }
}

/**
 * Characters that attract each other across a word boundary, first by first: `笑	a着了 6话`. The letter or digit is the
 * attraction (pointwise mutual information) in half nats, base 36.
 */
function pairLines({ words, pairs }: OpenGram, fold: ReadonlyMap<string, string>): string[] {
  const folded = (character: string) => fold.get(character) ?? character;
  const [ends, begins, joints] = [new Counts(), new Counts(), new Counts()];
  let total = 0;
  for (const [word, probability] of words) {
    ends.add(folded(word.slice(-1)), probability);
    begins.add(folded(word.slice(0, 1)), probability);
    total += probability;
  }
  for (const [first, second, probability] of pairs)
    joints.add(folded(first.slice(-1)) + folded(second.slice(0, 1)), probability);
  const attraction = (pair: string) =>
    Math.log((joints.of(pair) * total) / (ends.of(pair.slice(0, 1)) * begins.of(pair.slice(1))));
  const kept = [...joints.keys()]
    .filter((pair) => pair.length === 2 && attraction(pair) >= LEAST_ATTRACTION)
    .sort((a, b) => joints.of(b) - joints.of(a) || (a < b ? -1 : 1))
    .slice(0, PAIRS_KEPT)
    .sort();
  const byFirst = new Map<string, Map<string, string>>();
  for (const pair of kept) {
    const [first, second] = [pair.slice(0, 1), pair.slice(1)];
    const groups = byFirst.get(first) ?? new Map<string, string>();
    byFirst.set(first, groups);
    const strength = Math.min(16, Math.round(2 * attraction(pair))).toString(36);
    groups.set(strength, (groups.get(strength) ?? '') + second);
  }
  return [...byFirst].map(([first, groups]) => {
    const lists = [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([strength, seconds]) => strength + seconds);
    return `${first}\t${lists.join(' ')}`;
  });
}

/** The pairs of characters that attract each other. */
export function pairTable(model: OpenGram, fold: ReadonlyMap<string, string>): Table {
  return {
    name: 'pairs.txt',
    header: [
      'Characters, folded to Simplified, that attract each other across a word boundary, first by first: how much, and which follow.',
      'How much: pointwise mutual information in half nats, base 36; only the commonest pairs.',
      `Source: open-gram's word pairs, as Debian's sunpinyin-data has them, by Kov Chai, virus huo, Tinyfool and MDBG (CC BY-SA 3.0).`,
      'Made by scripts/build-data.ts.',
    ],
    rows: pairLines(model, fold),
  };
}
