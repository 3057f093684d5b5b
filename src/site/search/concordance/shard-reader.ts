import { fetchPacked } from '../fetch-packed.ts';
import type { List } from './list.ts';
import { shardName, type VolumePlan } from './manifest.ts';
import { unpackShard } from './shard.ts';

/** Files kept unpacked. */
const KEPT = 96;

/** The lists of one volume; files are fetched when they are needed. */
export class ShardReader {
  readonly #folder: string;
  readonly #number: number;
  readonly #firstKeys: readonly string[];
  readonly #shards = new Map<number, Promise<List[]>>();

  constructor(folder: string, number: number, { firstKeys }: VolumePlan) {
    this.#folder = folder;
    this.#number = number;
    this.#firstKeys = firstKeys;
  }

  /** All lists of the file in which a key stands, if it does. */
  async around(key: string): Promise<Map<string, List>> {
    const last = this.#lastBefore(key);
    return last < 0 ? new Map() : this.#read(this.#firstOf(last), last);
  }

  /** The lists from one key to another. */
  async between(low: string, high: string): Promise<List[]> {
    const last = this.#lastBefore(high);
    if (last < 0) return [];
    const lists = await this.#read(this.#firstOf(Math.max(0, this.#lastBefore(low))), last);
    return [...lists.values()].filter(({ key }) => key >= low && key <= high);
  }

  /** The last file whose first key is not behind `key`. */
  #lastBefore(key: string): number {
    let [low, high] = [0, this.#firstKeys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#firstKeys[middle] ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** A list that is cut has files of its own, which all begin with its key. */
  #firstOf(last: number): number {
    return this.#firstKeys.indexOf(this.#firstKeys[last] ?? '');
  }

  async #read(first: number, last: number): Promise<Map<string, List>> {
    const numbers = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    const lists = new Map<string, List>();
    for (const list of (await Promise.all(numbers.map((number) => this.#shard(number)))).flat()) {
      const before = lists.get(list.key);
      lists.set(list.key, before ? { ...list, bytes: join(before.bytes, list.bytes) } : list);
    }
    return lists;
  }

  #shard(index: number): Promise<List[]> {
    const known = this.#shards.get(index);
    this.#shards.delete(index);
    const shard = known ?? this.#fetch(index);
    this.#shards.set(index, shard);
    const oldest = this.#shards.keys().next().value;
    if (this.#shards.size > KEPT && oldest !== undefined) this.#shards.delete(oldest);
    return shard;
  }

  async #fetch(index: number): Promise<List[]> {
    const packed = await fetchPacked(this.#folder + shardName(this.#number, index)).catch((error) => {
      this.#shards.delete(index);
      throw error;
    });
    return unpackShard(packed);
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
