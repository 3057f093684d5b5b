import { fetchPacked } from '../fetch-packed.ts';
import { loadOnce } from '../load-once.ts';
import type { Term } from '../query.ts';
import { ENDS_WITH_WORD, STARTS_WITH_WORD } from '../word-characters.ts';
import { type Borders, bordersOf } from './borders.ts';
import { distinct } from './distinct.ts';
import { FREQUENT_WORD_MARK, LAST, LONGEST_KEY, lookupOf, type Part, WORD_MARK } from './keys.ts';
import type { List } from './list.ts';
import { documentsName, type VolumePlan } from './manifest.ts';
import {
  commonPlaces,
  either,
  keepDocuments,
  type Matches,
  matchesOf,
  matchesOfCounts,
  noMatches,
} from './match.ts';
import { readNumbers, readRising } from './numbers.ts';
import { ShardReader } from './shard-reader.ts';

/** So many parts are fetched at once; of a longer term the others only while many texts remain. */
const AT_ONCE = 2;
/** So few texts are read through faster than more of the index is fetched. */
const FEW = 8;

/** Matches of a term; not certain when some of its parts were not looked at. */
export interface TermMatches {
  matches: Matches;
  isCertain: boolean;
}

/** A part of the term and its places; or, when it is very frequent, only the texts that have it. */
type Found = { offset: number; end: number } & ({ places: Uint32Array } | { counted: Matches });
type Placed = Extract<Found, { places: Uint32Array }>;

/** Reads one volume of the concordance. */
export class VolumeReader {
  readonly #shards: ShardReader;
  readonly #readBorders: () => Promise<Borders>;

  constructor(folder: string, number: number, plan: VolumePlan) {
    this.#shards = new ShardReader(folder, number, plan);
    this.#readBorders = loadOnce(async () => bordersOf(await fetchPacked(folder + documentsName(number))));
  }

  async matches({ text, isWhole }: Term, mustBeCertain: boolean): Promise<TermMatches> {
    const lookup = lookupOf(text, isWhole);
    if ('single' in lookup) {
      const list = (await this.#shards.around(lookup.single)).get(lookup.single);
      return { matches: list ? countsOf(list) : noMatches(), isCertain: true };
    }
    const [first, ...others] = lookup.parts;
    if (first?.word && others.length === 0)
      return { matches: await this.#matchesOfWords(first.word), isCertain: true };
    return this.#matchesOfParts(text, lookup.parts, mustBeCertain);
  }

  /** Step by step, until so few texts remain that reading them is quicker. */
  async #matchesOfParts(term: string, parts: Part[], mustBeCertain: boolean): Promise<TermMatches> {
    const isPlain = parts.every(({ word }) => !word);
    const placed: Placed[] = [];
    let waiting = firstAndLast(parts);
    let matches = noMatches();
    let having = (_document: number) => true;
    while (waiting.length > 0) {
      const step = waiting.slice(0, mustBeCertain ? undefined : AT_ONCE);
      waiting = waiting.slice(step.length);
      for (const found of await Promise.all(step.map((part) => this.#find(term, part)))) {
        if ('places' in found) placed.push(found);
        else if (isPlain && found.end - found.offset === term.length)
          return { matches: found.counted, isCertain: true };
        else {
          const documents = new Set(found.counted.documents);
          const before = having;
          having = (document) => documents.has(document) && before(document);
          waiting.push(insteadOf(found, term));
        }
      }
      waiting = waiting.filter((part) => !isCovered(part, placed));
      if (placed.length === 0) continue;
      matches = keepDocuments(matchesOf(commonPlaces(placed), await this.#readBorders()), having);
      const count = matches.documents.length;
      if (count === 0) break;
      if (!mustBeCertain && waiting.length > 0 && count <= FEW) return { matches, isCertain: false };
    }
    return { matches, isCertain: true };
  }

  async #find(term: string, part: Part): Promise<Found> {
    if (part.word) return { ...part, places: await this.#placesOfWords(part.word) };
    const units = term.slice(part.offset, part.offset + LONGEST_KEY);
    const end = part.offset + units.length;
    if (part.inFull) {
      const lists = await this.#shards.between(units, units + LAST);
      return { ...part, end, places: merged(lists.filter(({ isCount }) => !isCount)) };
    }
    const lists = await this.#shards.around(units);
    const exact = lists.get(units);
    if (exact?.isCount) return { ...part, end, counted: countsOf(exact) };
    const longer = [...lists.values()].filter(({ key }) => key.startsWith(units));
    if (longer.length > 0) return { ...part, end, places: merged(longer) };
    const shorter = longestBeginning(units, lists, part.end - part.offset);
    if (!shorter) return { ...part, end, places: new Uint32Array(0) };
    return { ...part, end: part.offset + shorter.key.length, places: readRising(shorter.bytes) };
  }

  async #matchesOfWords(word: { low: string; high: string }): Promise<Matches> {
    const lists = await this.#shards.between(WORD_MARK + word.low, WORD_MARK + word.high);
    const places = merged(lists.filter(({ isCount }) => !isCount));
    const counted = lists.filter(({ isCount }) => isCount).map(countsOf);
    return counted.reduce(either, matchesOf(places, await this.#readBorders()));
  }

  async #placesOfWords({ low, high }: { low: string; high: string }): Promise<Uint32Array> {
    const lists = await this.#shards.between(WORD_MARK + low, WORD_MARK + high);
    const ofFrequent = lists
      .filter(({ isCount }) => isCount)
      .map(({ key }) => FREQUENT_WORD_MARK + key.slice(WORD_MARK.length));
    const others = await Promise.all(ofFrequent.map((key) => this.#shards.between(key, key)));
    return merged([...lists.filter(({ isCount }) => !isCount), ...others.flat()]);
  }
}

/** The first and the last to begin with: they overlap least and say most together. */
function firstAndLast(parts: readonly Part[]): Part[] {
  return parts.length > AT_ONCE ? [parts[0]!, parts.at(-1)!, ...parts.slice(1, -1)] : [...parts];
}

/** What is very frequent stands under keys that begin one unit before; where there are none, all of it is read. */
function insteadOf({ offset, end }: Found, term: string): Part {
  const isListed =
    offset > 0 && !(ENDS_WITH_WORD.test(term[offset - 1]!) && STARTS_WITH_WORD.test(term[offset]!));
  return isListed ? { offset: offset - 1, end } : { offset, end, inFull: true };
}

function isCovered({ offset, end, word, inFull }: Part, placed: readonly Placed[]): boolean {
  return !word && !inFull && placed.some((found) => found.offset <= offset && found.end >= end);
}

/** 给我 for 给我买: its places hold those of the longer string. It must have `least` units. */
function longestBeginning(units: string, lists: ReadonlyMap<string, List>, least: number): List | undefined {
  for (let length = units.length - 1; length >= least; length--) {
    const list = lists.get(units.slice(0, length));
    if (list && !list.isCount) return list;
  }
  return undefined;
}

function countsOf({ bytes }: List): Matches {
  return matchesOfCounts(readNumbers(bytes));
}

/** A place may stand under several keys: the scripts can differ behind it. */
function merged(lists: readonly List[]): Uint32Array {
  if (lists.length === 1) return readRising(lists[0]!.bytes);
  const places = lists.map(({ bytes }) => readRising(bytes));
  const all = new Uint32Array(places.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of places) {
    all.set(part, at);
    at += part.length;
  }
  return distinct(all.sort());
}
