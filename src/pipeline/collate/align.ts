/** Aligning two texts of one article: runs that both have, by anchors that each has once (patience diff), then by LCS. */
import { ANCHORS, LARGEST_TABLE } from './constants.ts';

/** Two texts as units that are compared. */
interface Texts {
  readonly a: Uint16Array;
  readonly b: Uint16Array;
}

/** `length` units of `a` from `aStart` on are those of `b` from `bStart` on. */
interface Run {
  readonly aStart: number;
  readonly bStart: number;
  readonly length: number;
}

/** A stretch of either text, in units. */
export interface Gap {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** The runs that `a` and `b` have in common, in order; what lies between them differs. Near-linear for like texts. */
export function align(a: Uint16Array, b: Uint16Array): Run[] {
  const texts = { a, b };
  const runs: Run[] = [];
  fill({ a: 0, aEnd: a.length, b: 0, bEnd: b.length }, 0);
  return joinRuns(runs.filter(({ length }) => length > 0));

  function fill(gap: Gap, level: number): void {
    const head = commonHead(texts, gap);
    runs.push({ aStart: gap.a, bStart: gap.b, length: head });
    const rest = { ...gap, a: gap.a + head, b: gap.b + head };
    const tail = commonTail(texts, rest);
    fillMiddle({ ...rest, aEnd: rest.aEnd - tail, bEnd: rest.bEnd - tail }, level);
    runs.push({ aStart: rest.aEnd - tail, bStart: rest.bEnd - tail, length: tail });
  }

  function fillMiddle(gap: Gap, level: number): void {
    if (gap.a === gap.aEnd || gap.b === gap.bEnd) return;
    const length = ANCHORS[level];
    const anchors = length === undefined ? [] : findAnchors(texts, gap, length);
    if (length === undefined) runs.push(...alignBriefly(texts, gap));
    else if (anchors.length === 0) fillMiddle(gap, level + 1);
    else fillBetween(gap, anchors, level + 1);
  }

  function fillBetween(gap: Gap, anchors: readonly [number, number][], level: number): void {
    let [fromA, fromB] = [gap.a, gap.b];
    for (const [aAt, bAt] of anchors) {
      if (aAt < fromA || bAt < fromB) continue; // covered by the run before
      fill({ a: fromA, aEnd: aAt, b: fromB, bEnd: bAt }, level);
      const matched = commonHead(texts, { ...gap, a: aAt, b: bAt });
      runs.push({ aStart: aAt, bStart: bAt, length: matched });
      [fromA, fromB] = [aAt + matched, bAt + matched];
    }
    fill({ a: fromA, aEnd: gap.aEnd, b: fromB, bEnd: gap.bEnd }, level);
  }
}

function commonHead({ a, b }: Texts, gap: Gap): number {
  const most = Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b);
  let length = 0;
  while (length < most && a[gap.a + length] === b[gap.b + length]) length++;
  return length;
}

function commonTail({ a, b }: Texts, gap: Gap): number {
  const most = Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b);
  let length = 0;
  while (length < most && a[gap.aEnd - 1 - length] === b[gap.bEnd - 1 - length]) length++;
  return length;
}

/** Places of runs of `length` that stand once in each side of `gap`, in the order of both. */
function findAnchors({ a, b }: Texts, gap: Gap, length: number): [number, number][] {
  const inA = findUniqueRuns(a.subarray(gap.a, gap.aEnd), length);
  const inB = findUniqueRuns(b.subarray(gap.b, gap.bEnd), length);
  const pairs: [number, number][] = [];
  for (const [key, at] of inA) {
    const other = inB.get(key);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([gap.a + at, gap.b + other]);
  }
  return longestAscending(pairs.sort(([x], [y]) => x - y));
}

/** Run → where it stands, or -1 when it stands there more than once. */
function findUniqueRuns(units: Uint16Array, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + length <= units.length; at++) {
    const key = String.fromCharCode(...units.subarray(at, at + length));
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest chain of `pairs` (sorted by the first) whose seconds ascend. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []; // by length of chain - 1: the pair that ends the chain with the least second
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, second], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < second) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1]!;
    ends[low] = index;
  });
  const chain: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index]!) chain.push(pairs[index]!);
  return chain.reverse();
}

/** The longest common subsequence of a short gap, as runs of one unit each. */
function alignBriefly({ a, b }: Texts, gap: Gap): Run[] {
  const [height, width] = [gap.aEnd - gap.a + 1, gap.bEnd - gap.b + 1];
  if (height * width > LARGEST_TABLE) return [];
  const lengths = new Uint16Array(height * width);
  for (let i = height - 2; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      const isEqual = a[gap.a + i] === b[gap.b + j];
      lengths[i * width + j] = isEqual
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (gap.a + i < gap.aEnd && gap.b + j < gap.bEnd) {
    if (a[gap.a + i] === b[gap.b + j]) {
      runs.push({ aStart: gap.a + i++, bStart: gap.b + j++, length: 1 });
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return runs;
}

/** Runs that follow on each other, as one. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.aStart + last.length === run.aStart && last.bStart + last.length === run.bStart) {
      joined[joined.length - 1] = { ...last, length: last.length + run.length };
    } else joined.push(run);
  }
  return joined;
}
