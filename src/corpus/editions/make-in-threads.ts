import { availableParallelism } from 'node:os';
import type { WitnessDescription } from '../read-witness.ts';
import { startPool } from '../worker-pool.ts';
import type { Folders, Made } from './make-edition.ts';

/** So many witnesses are restored in one thread sooner than others have read the rules. */
const FEW = 300;
const WITNESSES_PER_TASK = 25;

/**
 * What can be made of each of `witnesses` alone, by siglum, with the work shared among threads; nothing where there are
 * only a `few`, for which that is not worth while. What a thread did not survive is missing.
 */
export async function makeInThreads(
  witnesses: readonly WitnessDescription[],
  folders: Folders,
  few = FEW,
): Promise<Map<string, Made>> {
  const made = new Map<string, Made>();
  if (witnesses.length <= few) return made;
  const module = new URL('./edition-thread.ts', import.meta.url);
  const { run, close } = startPool<readonly WitnessDescription[], Made[]>({
    size: availableParallelism(),
    module,
    settings: folders,
  });
  const make = async (part: readonly WitnessDescription[]) => {
    const results = await run(part).catch(() => []);
    for (const [index, result] of results.entries()) made.set(part[index]!.siglum, result);
  };
  try {
    await Promise.all(inParts(witnesses).map(make));
  } finally {
    await close();
  }
  return made;
}

function inParts<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += WITNESSES_PER_TASK)
    parts.push(items.slice(at, at + WITNESSES_PER_TASK));
  return parts;
}
