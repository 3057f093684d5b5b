import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bordersOf } from './borders.ts';
import type { List } from './list.ts';
import { FREQUENT, listTexts } from './list-texts.ts';
import { type ConcordancePlan, documentsName, shardName, type VolumePlan } from './manifest.ts';
import { packShard } from './shard.ts';
import type { Stream } from './stream.ts';
import { Volume } from './volume.ts';

/** A volume ends with the text that reaches this many units, about 25,000 articles: so much fits in memory. */
const VOLUME_UNITS = 50_000_000;
/** What a file holds before it is packed, unless the volume would have more files than `MOST_SHARDS`. */
const SHARD_BYTES = 32 * 1024;
const MOST_SHARDS = 4096;
/** About what a unit of text takes in the files, rather more than less. */
const BYTES_PER_UNIT = 5;
/** A longer list goes on in the next file. No file grows beyond a megabyte. */
const PIECE_BYTES = 512 * 1024;

/** Writes the concordance, text after text, into a folder that exists. */
export class ConcordanceWriter {
  readonly #folder: URL;
  readonly #frequent: number;
  readonly #volumes: VolumePlan[] = [];
  #volume = new Volume();

  /** What stands in more than `frequent` places is listed under longer keys. */
  constructor(folder: URL, frequent = FREQUENT) {
    this.#folder = folder;
    this.#frequent = frequent;
  }

  /** Takes up the next text; its number is how many there were before. */
  add(stream: Stream): void {
    this.#volume.add(stream);
    if (this.#volume.length >= VOLUME_UNITS) this.#closeVolume();
  }

  /** Writes what is left and says what a reader must know. */
  finish(): ConcordancePlan {
    if (this.#volume.count > 0) this.#closeVolume();
    return { volumes: this.#volumes };
  }

  #closeVolume(): void {
    const volume = this.#volume;
    this.#volume = new Volume();
    const number = this.#volumes.length;
    const plan: VolumePlan = { documents: volume.count, firstKeys: [] };
    this.#volumes.push(plan);
    const lengths = volume.lengths();
    this.#write(documentsName(number), lengths);
    const most = Math.max(SHARD_BYTES, Math.ceil((volume.length * BYTES_PER_UNIT) / MOST_SHARDS));
    for (const shard of shardsOf(listTexts(volume.text(), bordersOf(lengths), this.#frequent), most)) {
      this.#write(shardName(number, plan.firstKeys.length), packShard(shard));
      plan.firstKeys.push(...shard.slice(0, 1).map(({ key }) => key));
    }
  }

  #write(name: string, bytes: Uint8Array): void {
    writeFileSync(new URL(name, this.#folder), gzipSync(bytes));
  }
}

/** Families in files, in the order of their keys: each file is full before the next begins. */
function* shardsOf(families: Iterable<List[]>, most: number): Generator<List[]> {
  let shard: List[] = [];
  let size = 0;
  for (const family of inPieces(families)) {
    const more = family.reduce((sum, list) => sum + sizeOf(list), 0);
    if (shard.length > 0 && size + more > most) {
      yield shard;
      shard = [];
      size = 0;
    }
    shard.push(...family);
    size += more;
  }
  if (shard.length > 0) yield shard;
}

/** A list is cut between bytes: whoever reads it puts the pieces together again. Only one without a family is so long. */
function* inPieces(families: Iterable<List[]>): Generator<List[]> {
  for (const family of families) {
    const [list] = family;
    if (family.length > 1 || !list || list.bytes.length <= PIECE_BYTES) yield family;
    else
      for (let at = 0; at < list.bytes.length; at += PIECE_BYTES)
        yield [{ ...list, bytes: list.bytes.subarray(at, at + PIECE_BYTES) }];
  }
}

/** The key in JSON, its length in the head, and the list. */
function sizeOf({ key, bytes }: List): number {
  return key.length * 3 + 5 + bytes.length;
}
