import type { List } from './list.ts';

/**
 * A file of the concordance: the length of a head, the head as JSON (the keys, and how many bytes each list has, negative
 * for one that counts), and the lists one after the other.
 */
export function packShard(lists: readonly List[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify([lists.map(({ key }) => key), lists.map(lengthOf)]));
  const parts = [
    new Uint8Array(Uint32Array.of(head.length).buffer),
    head,
    ...lists.map(({ bytes }) => bytes),
  ];
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

function lengthOf({ bytes, isCount }: List): number {
  return isCount ? -bytes.length : bytes.length;
}

/** The lists of a file that `packShard` made, as views into it. */
export function unpackShard(packed: Uint8Array): List[] {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const head = new TextDecoder().decode(packed.subarray(4, 4 + length));
  const [keys, lengths] = JSON.parse(head) as [string[], number[]];
  let at = 4 + length;
  return keys.map((key, index) => {
    const [start, length = 0] = [at, lengths[index]];
    at += Math.abs(length);
    return { key, bytes: packed.subarray(start, at), isCount: length < 0 };
  });
}
