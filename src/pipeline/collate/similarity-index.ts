/** Finding, among very many texts, those that are like a new one, without comparing it with each. */
import { SIZE, type Signature, similarity } from './signature.ts';

/** A text is looked up by each of its bands: one that is 0.8 like another shares one with it in 999 of 1000 cases. */
const ROWS = 4;
const BANDS = 16;

/** Less alike than this, texts are two texts. */
export const ALIKE = 0.5;
/** As alike as this, they are the same text in all likelihood; the texts themselves have the last word. */
export const SAME = 0.85;

export interface Match {
  /** Number of the earlier text, in the order of adding. */
  readonly index: number;
  readonly similarity: number;
}

export interface SimilarityIndex {
  /** Add a text, and say which earlier one is most like it, where one is at least {@link ALIKE}. */
  add(signature: Signature): Match | undefined;
}

/**
 * An index that takes about 500 bytes a text. Of many texts that are alike, it remembers the bands of the first; a new one
 * is found to be like that one.
 */
export function createSimilarityIndex(): SimilarityIndex {
  const signatures = createShelf();
  const bands = createTable();
  return {
    add(signature) {
      const own = signatures.push(signature);
      const seen = new Set<number>();
      for (let band = 0; band < BANDS; band++) {
        const other = bands.claim(hashBand(signature, band), own);
        if (other !== own) seen.add(other);
      }
      return findBest(signature, seen, signatures.get);
    },
  };
}

const SHELF = 1024;

/** Signatures in few large buffers: one that came from another thread has a buffer of its own, which weighs as much again. */
function createShelf() {
  const shelves: Uint16Array[] = [];
  let count = 0;
  const get = (index: number): Signature =>
    shelves[Math.floor(index / SHELF)]!.subarray((index % SHELF) * SIZE, ((index % SHELF) + 1) * SIZE);
  return {
    get,
    /** Gives the number of the signature. */
    push(signature: Signature): number {
      if (count % SHELF === 0) shelves.push(new Uint16Array(SHELF * SIZE));
      get(count).set(signature);
      return count++;
    },
  };
}

function findBest(
  signature: Signature,
  candidates: ReadonlySet<number>,
  get: (index: number) => Signature,
): Match | undefined {
  let best: Match | undefined;
  for (const index of candidates) {
    const match = { index, similarity: similarity(signature, get(index)) };
    if (match.similarity >= ALIKE && match.similarity > (best?.similarity ?? 0)) best = match;
  }
  return best;
}

function hashBand(signature: Signature, band: number): number {
  let hash = Math.imul(band + 1, 0x9e3779b1);
  const from = band * (SIZE / BANDS);
  for (let row = 0; row < ROWS; row++)
    hash = Math.imul(hash ^ signature[from + row]!, 0x85ebca6b) ^ (hash >>> 13);
  return (hash ^ (hash >>> 16)) >>> 0;
}

interface Table {
  /** Who claimed `key` first; `owner`, if nobody has. */
  claim(key: number, owner: number): number;
}

/** An open hash table of numbers: a Map takes five times the memory. */
function createTable(): Table {
  let keys = new Uint32Array(1 << 12);
  let owners = new Int32Array(1 << 12).fill(-1);
  let count = 0;
  const place = (key: number): number => {
    let at = key & (keys.length - 1);
    while (owners[at] !== -1 && keys[at] !== key) at = (at + 1) & (keys.length - 1);
    return at;
  };
  const grow = () => {
    const [oldKeys, oldOwners] = [keys, owners];
    keys = new Uint32Array(oldKeys.length * 2);
    owners = new Int32Array(keys.length).fill(-1);
    oldOwners.forEach((owner, i) => {
      if (owner === -1) return;
      const at = place(oldKeys[i]!);
      [keys[at], owners[at]] = [oldKeys[i]!, owner];
    });
  };
  return {
    claim(key, owner) {
      const at = place(key);
      if (owners[at] !== -1) return owners[at]!;
      [keys[at], owners[at]] = [key, owner];
      if (++count > 0.7 * keys.length) grow();
      return owner;
    },
  };
}
