/** `pairs.txt`. */
import type { OpenGram } from './open-gram.ts';
import type { Table } from './table.ts';

/** Pairs kept: the commonest whose characters attract each other by at least this many nats. */
const PAIRS_KEPT = 60_000;
const LEAST_ATTRACTION = 0.75;

/**
 * Characters that attract each other across a word boundary, first by first: `笑	a着了 6话`. The letter or digit is the
 * attraction (pointwise mutual information) in half nats, base 36.
 */
function pairLines({ words, pairs }: OpenGram, fold: ReadonlyMap<string, string>): string[] {
  const folded = (character: string) => fold.get(character) ?? character;
  const add = (map: Map<string, number>, key: string, amount: number) =>
    map.set(key, (map.get(key) ?? 0) + amount);
  const [ends, begins, joints] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  let total = 0;
  for (const [word, probability] of words) {
    add(ends, folded(word.at(-1)!), probability);
    add(begins, folded(word[0]!), probability);
    total += probability;
  }
  for (const [first, second, probability] of pairs) {
    add(joints, folded(first.at(-1)!) + folded(second[0]!), probability);
  }
  const attraction = (pair: string) =>
    Math.log((joints.get(pair)! * total) / (ends.get(pair[0]!)! * begins.get(pair[1]!)!));
  const kept = [...joints.keys()]
    .filter((pair) => pair.length === 2 && attraction(pair) >= LEAST_ATTRACTION)
    .sort((a, b) => joints.get(b)! - joints.get(a)! || (a < b ? -1 : 1))
    .slice(0, PAIRS_KEPT)
    .sort();
  const byFirst = new Map<string, Map<string, string>>();
  for (const pair of kept) {
    const groups = byFirst.get(pair[0]!) ?? new Map<string, string>();
    byFirst.set(pair[0]!, groups);
    const strength = Math.min(16, Math.round(2 * attraction(pair))).toString(36);
    groups.set(strength, (groups.get(strength) ?? '') + pair[1]!);
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
