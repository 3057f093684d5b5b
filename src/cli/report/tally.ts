/** Counting a run, in memory that does not grow with it. */
import type { Status } from '../../contract/vocabulary.ts';
import type { Copy } from '../../corpus/recognize-copies.ts';
import type { Restored } from '../restore-worker.ts';
import type { DoubtfulPlace, Summary } from '../summarize.ts';

/** What the lists of a report may hold; the rest is counted. */
export const MOST_PLACES = 300;
export const MOST_DOCUMENTS = 500;
/** Places that one document may have in the list. */
const MOST_OF_ONE = 5;

export interface Listed<T> {
  readonly items: readonly T[];
  /** How many there are, with those that are not listed. */
  readonly count: number;
}

export interface ListedPlace extends DoubtfulPlace {
  readonly document: string;
  readonly language: string;
}

export interface ListedDocument {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly status: Status | 'failed';
  readonly characters: number;
  readonly changes: number;
  readonly doubtful: number;
  /** Why it failed, or what it is a copy of. */
  readonly note: string;
}

export interface Total {
  readonly statuses: ReadonlyMap<string, number>;
  readonly emendations: ReadonlyMap<string, number>;
  readonly certainties: ReadonlyMap<string, number>;
  readonly removals: ReadonlyMap<string, number>;
  readonly characters: number;
  readonly copies: number;
  readonly likenesses: number;
  /** Documents by length in characters, and by emendations in a thousand characters: upper bounds, see {@link bounds}. */
  readonly lengths: readonly number[];
  readonly densities: readonly number[];
  /** Cruces first, then conjectures, then doubts. */
  readonly places: Listed<ListedPlace>;
  /** Failures first, then those for review, then the others. */
  readonly documents: Listed<ListedDocument>;
}

/** Upper bounds of the columns of the charts; the last column has no bound. */
export const bounds = {
  lengths: [100, 300, 1000, 3000, 10_000, 30_000],
  densities: [0, 1, 3, 10, 30, 100],
} as const;

export interface Tally {
  add(restored: Restored, copy: Copy | undefined): void;
  addFailure(name: string, problem: string): void;
  total(): Total;
}

/** Counts and lists of a run, empty. */
export function createTally(): Tally {
  const statuses = new Map<string, number>();
  const emendations = new Map<string, number>();
  const certainties = new Map<string, number>();
  const removals = new Map<string, number>();
  const lengths = createColumns(bounds.lengths);
  const densities = createColumns(bounds.densities);
  const places = createRanking<ListedPlace>(['crux', 'low', 'doubt'], ({ kind }) => kind, MOST_PLACES);
  const ranks = ['failed', 'review', 'repaired', 'untouched'];
  const documents = createRanking<ListedDocument>(ranks, ({ status }) => status, MOST_DOCUMENTS);
  let [characters, copies, likenesses] = [0, 0, 0];
  return {
    add({ name, summary }, copy) {
      if (summary === undefined) return;
      const listed = listDocument(name, summary, copy);
      increase(statuses, { [summary.status]: 1 });
      increase(emendations, summary.emendations);
      increase(certainties, summary.certainties);
      increase(removals, summary.removals);
      characters += summary.characters;
      lengths.add(summary.characters);
      densities.add((1000 * listed.changes) / Math.max(1, summary.characters));
      if (copy?.isSame) copies++;
      else if (copy) likenesses++;
      documents.add(listed);
      const shown = summary.places.slice(0, MOST_OF_ONE);
      for (const place of shown) places.add({ ...place, document: name, language: summary.language });
      places.skip(listed.doubtful - shown.length);
    },
    addFailure(name, problem) {
      increase(statuses, { failed: 1 });
      const nothing = { title: '', language: '', characters: 0, changes: 0, doubtful: 0 };
      documents.add({ name, ...nothing, status: 'failed', note: problem });
    },
    total: () => ({
      ...{ statuses, emendations, certainties, removals, characters, copies, likenesses },
      ...{ lengths: lengths.counts, densities: densities.counts },
      ...{ places: places.listed(), documents: documents.listed() },
    }),
  };
}

function listDocument(name: string, summary: Summary, copy: Copy | undefined): ListedDocument {
  const { title, language, status, characters, emendations, certainties, cruces, doubts } = summary;
  return {
    ...{ name, title, language, status, characters },
    changes: sum(emendations),
    doubtful: cruces + doubts + (certainties.low ?? 0),
    note: copy === undefined ? '' : `${copy.isSame ? '同 the same as' : '近 much like'} ${copy.name}`,
  };
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

function increase(counts: Map<string, number>, by: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(by)) counts.set(name, (counts.get(name) ?? 0) + count);
}

/** Counts of values by column: one for each of `limits`, which are upper bounds, and one for what is above. */
function createColumns(limits: readonly number[]) {
  const counts = new Array<number>(limits.length + 1).fill(0);
  const add = (value: number) => {
    const found = limits.findIndex((limit) => value <= limit);
    const column = found === -1 ? limits.length : found;
    counts[column] = (counts[column] ?? 0) + 1;
  };
  return { counts, add };
}

/** Keeps the first `most` of what it is given, by rank; of each rank no more than that is ever held. */
function createRanking<T>(ranks: readonly string[], rankOf: (item: T) => string, most: number) {
  const lists = new Map<string, T[]>(ranks.map((rank) => [rank, []]));
  let count = 0;
  return {
    add(item: T): void {
      count++;
      const list = lists.get(rankOf(item));
      if (list === undefined) throw new Error(`The report has no rank ${rankOf(item)}; report this.`);
      if (list.length < most) list.push(item);
    },
    skip(more: number): void {
      count += more;
    },
    listed: (): Listed<T> => ({ items: [...lists.values()].flat().slice(0, most), count }),
  };
}
