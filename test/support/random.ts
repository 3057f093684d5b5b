/** Chance that can be had again: the same seed gives the same numbers. */
import { found } from './found.ts';

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** mulberry32: a small generator of numbers in [0, 1) for reproducible tests. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Any one of `list`. Throws when it is empty. */
export function pick<T>(list: readonly T[], random: Random): T {
  return found(list[Math.floor(random() * list.length)], 'element to pick');
}
