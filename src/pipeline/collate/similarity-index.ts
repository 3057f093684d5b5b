/** Finding, among very many texts, those that are like a new one, without comparing it with each. */
import { ALIKE, BAND_SIZE, BANDS, SIGNATURE_SIZE } from './constants.ts';
import { type Signature, similarity } from './signature.ts';

interface Match {
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
  const signatures = createStore();
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

/** Signatures in a buffer of the store. */
const BUFFER = 1024;

/** Signatures in few large buffers: one that came from another thread has a buffer of its own, which weighs as much again. */
function createStore() {
  const buffers: Uint16Array[] = [];
  let count = 0;
  const get = (index: number): Signature => {
    const buffer = buffers[Math.floor(index / BUFFER)];
    if (buffer === undefined) throw new RangeError(`There is no signature ${index} among ${count}.`);
    const start = (index % BUFFER) * SIGNATURE_SIZE;
    return buffer.subarray(start, start + SIGNATURE_SIZE);
  };
  return {
    get,
    /** Gives the number of the signature. */
    push(signature: Signature): number {
      if (count % BUFFER === 0) buffers.push(new Uint16Array(BUFFER * SIGNATURE_SIZE));
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
  const from = band * (SIGNATURE_SIZE / BANDS);
  for (let at = from; at < from + BAND_SIZE; at++)
    hash = Math.imul(hash ^ (signature[at] ?? 0), 0x85ebca6b) ^ (hash >>> 13);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * An open hash table of numbers, since a Map takes five times the memory. It grows, which `text/integer-table.ts` does
 * not, and takes 8 bytes a slot instead of 12.
 */
function createTable() {
  const FREE = -1;
  let keys = new Uint32Array(1 << 12);
  let owners = new Int32Array(1 << 12).fill(FREE);
  let count = 0;
  const findSlot = (key: number): number => {
    let slot = key & (keys.length - 1);
    while (owners[slot] !== FREE && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
    return slot;
  };
  const grow = () => {
    const [oldKeys, oldOwners] = [keys, owners];
    keys = new Uint32Array(oldKeys.length * 2);
    owners = new Int32Array(keys.length).fill(FREE);
    oldKeys.forEach((key, i) => {
      const owner = oldOwners[i] ?? FREE;
      if (owner === FREE) return;
      const slot = findSlot(key);
      [keys[slot], owners[slot]] = [key, owner];
    });
  };
  return {
    /** Who claimed `key` first; `owner`, if nobody has. */
    claim(key: number, owner: number): number {
      const slot = findSlot(key);
      const first = owners[slot] ?? FREE;
      if (first !== FREE) return first;
      [keys[slot], owners[slot]] = [key, owner];
      if (++count > 0.7 * keys.length) grow();
      return owner;
    },
  };
}
