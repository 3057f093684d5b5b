import { fetchPacked } from '../fetch-packed.ts';
import type { Term } from '../query.ts';
import { lookupOf, type Part } from './keys.ts';
import { documentsName, shardName, type VolumePlan } from './manifest.ts';
import { type Borders, bordersOf, commonPlaces, type Matches, matchesOf, matchesOfSingle } from './match.ts';
import { readNumbers, readRising } from './numbers.ts';
import { unpackShard } from './shard.ts';

/** So many parts are fetched at once; of a longer term the others only while many texts remain. */
const AT_ONCE = 2;
/** So few texts are read through faster than more of the index is fetched. */
export const FEW = 8;
/** Files kept unpacked. */
const KEPT = 96;

/** Matches of a term; not certain when some of its parts were not looked at. */
export interface TermMatches {
  matches: Matches;
  isCertain: boolean;
}

type Shard = Map<string, Uint8Array>;

/** Reads one volume of the concordance; files are fetched when they are needed. */
export class VolumeReader {
  readonly #folder: string;
  readonly #number: number;
  readonly #plan: VolumePlan;
  readonly #shards = new Map<number, Promise<Shard>>();
  #borders: Promise<Borders> | undefined;

  constructor(folder: string, number: number, plan: VolumePlan) {
    this.#folder = folder;
    this.#number = number;
    this.#plan = plan;
  }

  get documents(): number {
    return this.#plan.documents;
  }

  async matches({ text, isWhole }: Term, mustBeCertain: boolean): Promise<TermMatches> {
    const lookup = lookupOf(text, isWhole);
    if ('single' in lookup) {
      const [list] = await this.#lists(lookup.single, lookup.single);
      return { matches: matchesOfSingle(readNumbers(list ?? new Uint8Array(0))), isCertain: true };
    }
    return this.#matchesOfParts(mustBeCertain ? [lookup.parts] : inSteps(lookup.parts));
  }

  /** Step by step, until so few texts remain that reading them is quicker. */
  async #matchesOfParts(steps: Part[][]): Promise<TermMatches> {
    const borders = this.#readBorders();
    let matches: Matches = { documents: [], ranks: [], hits: [] };
    let common: Array<{ offset: number; places: Uint32Array }> = [];
    for (const [done, step] of steps.entries()) {
      common = [{ offset: 0, places: commonPlaces([...common, ...(await this.#placesOf(step))]) }];
      matches = matchesOf(common[0]!.places, await borders);
      const isLast = done === steps.length - 1;
      if (matches.documents.length <= FEW)
        return { matches, isCertain: isLast || matches.documents.length === 0 };
    }
    return { matches, isCertain: true };
  }

  #placesOf(parts: readonly Part[]): Promise<Array<{ offset: number; places: Uint32Array }>> {
    return Promise.all(
      parts.map(async ({ offset, low, high }) => ({ offset, places: merged(await this.#lists(low, high)) })),
    );
  }

  /** The lists of all keys from `low` to `high`; the pieces of one that is cut are put together. */
  async #lists(low: string, high: string): Promise<Uint8Array[]> {
    const pieces = new Map<string, Uint8Array[]>();
    for (const shard of await Promise.all(this.#shardsFor(low, high))) {
      const keys = low === high ? [low] : [...shard.keys()].filter((key) => key >= low && key <= high);
      for (const key of keys) {
        const piece = shard.get(key);
        if (piece) pieces.set(key, [...(pieces.get(key) ?? []), piece]);
      }
    }
    return [...pieces.values()].map(joined);
  }

  #shardsFor(low: string, high: string): Array<Promise<Shard>> {
    const { firstKeys } = this.#plan;
    const shards: Array<Promise<Shard>> = [];
    for (const [index, first] of firstKeys.entries()) {
      const next = firstKeys[index + 1];
      // A list that is cut has files of its own, which all begin with its key.
      if (first <= high && (next === undefined || next > low || first >= low))
        shards.push(this.#shard(index));
    }
    return shards;
  }

  #shard(index: number): Promise<Shard> {
    const known = this.#shards.get(index);
    this.#shards.delete(index);
    const shard = known ?? this.#fetchShard(index);
    this.#shards.set(index, shard);
    const oldest = this.#shards.keys().next().value;
    if (this.#shards.size > KEPT && oldest !== undefined) this.#shards.delete(oldest);
    return shard;
  }

  async #fetchShard(index: number): Promise<Shard> {
    const packed = await fetchPacked(this.#folder + shardName(this.#number, index)).catch((error) => {
      this.#shards.delete(index);
      throw error;
    });
    return new Map(unpackShard(packed));
  }

  #readBorders(): Promise<Borders> {
    this.#borders ??= fetchPacked(this.#folder + documentsName(this.#number)).then(
      (bytes) => bordersOf(readNumbers(bytes)),
      (error) => {
        this.#borders = undefined;
        throw error;
      },
    );
    return this.#borders;
  }
}

/** The first and the last to begin with: they overlap least and say most together. */
function inSteps(parts: readonly Part[]): Part[][] {
  const spread = parts.length > AT_ONCE ? [parts[0]!, parts.at(-1)!, ...parts.slice(1, -1)] : parts;
  const steps: Part[][] = [];
  for (let at = 0; at < spread.length; at += AT_ONCE) steps.push(spread.slice(at, at + AT_ONCE));
  return steps;
}

function joined(pieces: Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function merged(lists: readonly Uint8Array[]): Uint32Array {
  if (lists.length === 1) return readRising(lists[0]!);
  const places = lists.flatMap((list) => [...readRising(list)]);
  return Uint32Array.from(places).sort();
}
