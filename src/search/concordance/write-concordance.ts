import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type ConcordancePlan, documentsName, shardName, type VolumePlan } from './manifest.ts';
import { packShard } from './shard.ts';
import type { Stream } from './stream.ts';
import { type List, Volume } from './volume.ts';

/** A volume ends with the text that reaches this many units, about 25,000 articles: so much fits in memory. */
const VOLUME_UNITS = 50_000_000;
/** What a file holds before it is packed, unless the volume would have more files than `MOST_SHARDS`. */
const SHARD_BYTES = 64 * 1024;
const MOST_SHARDS = 2048;
/** A longer list goes on in the next file. No file grows beyond a megabyte. */
const PIECE_BYTES = 512 * 1024;

/** Writes the concordance, text after text, into a folder that exists. */
export class ConcordanceWriter {
  readonly #folder: URL;
  readonly #volumes: VolumePlan[] = [];
  #volume = new Volume();

  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Takes up the next text; its number is how many there were before. */
  async add(stream: Stream): Promise<void> {
    this.#volume.add(stream);
    if (this.#volume.length >= VOLUME_UNITS) await this.#closeVolume();
  }

  /** Writes what is left and says what a reader must know. */
  async finish(): Promise<ConcordancePlan> {
    if (this.#volume.count > 0) await this.#closeVolume();
    return { volumes: this.#volumes };
  }

  async #closeVolume(): Promise<void> {
    const volume = this.#volume;
    this.#volume = new Volume();
    const number = this.#volumes.length;
    const plan: VolumePlan = { documents: volume.count, firstKeys: [] };
    this.#volumes.push(plan);
    await this.#write(documentsName(number), volume.documents.bytes());
    for (const shard of shardsOf(volume)) {
      await this.#write(shardName(number, plan.firstKeys.length), packShard(shard));
      plan.firstKeys.push(shard[0]![0]);
    }
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    await writeFile(new URL(name, this.#folder), gzipSync(bytes, { level: 9 }));
  }
}

/** Lists in files, in the order of their keys: each file is full before the next begins. */
function* shardsOf(volume: Volume): Generator<List[]> {
  const most = Math.min(PIECE_BYTES, Math.max(SHARD_BYTES, Math.ceil(volume.expectedBytes / MOST_SHARDS)));
  let shard: List[] = [];
  let size = 0;
  for (const piece of inPieces(volume.lists())) {
    if (shard.length > 0 && size + sizeOf(piece) > most) {
      yield shard;
      shard = [];
      size = 0;
    }
    shard.push(piece);
    size += sizeOf(piece);
  }
  if (shard.length > 0) yield shard;
}

/** A list is cut between bytes: whoever reads it puts the pieces together again. */
function* inPieces(lists: Iterable<List>): Generator<List> {
  for (const [key, bytes] of lists) {
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE_BYTES)
      yield [key, bytes.subarray(at, at + PIECE_BYTES)];
  }
}

/** The key in JSON, its length in the head, and the list. */
function sizeOf([key, { length }]: List): number {
  return key.length * 3 + 5 + length;
}
