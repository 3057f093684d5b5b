import { availableParallelism } from 'node:os';
import type { WitnessDescription } from '../read-witness.ts';
import { startPool } from '../worker-pool.ts';
import type { Folders, RestoredWitness } from './restore-witness.ts';

/** So many witnesses are restored in one thread sooner than others have read the rules. */
const FEW = 300;
const WITNESSES_PER_TASK = 25;

/**
 * What comes of each of `witnesses` alone, by siglum, with the work shared among threads; nothing where there are only a
 * `few`, for which that is not worth while, or where no thread can be started. A witness that its thread does not survive
 * has that as its problem.
 */
export async function restoreInThreads(
  witnesses: readonly WitnessDescription[],
  folders: Folders,
  few = FEW,
): Promise<Map<string, RestoredWitness>> {
  if (witnesses.length <= few) return new Map();
  const { run, close } = startPool<readonly WitnessDescription[], RestoredWitness[]>({
    size: availableParallelism(),
    module: new URL('./restore-witness.ts', import.meta.url),
    settings: folders,
  });
  let hasThreads = false;
  const restoreAlone = async (witness: WitnessDescription): Promise<RestoredWitness[]> => {
    const problemOf = ({ message }: Error) => [{ problem: `Witness “${witness.siglum}” ${message}.` }];
    return await run([witness]).catch(problemOf);
  };
  const restorePart = async (part: readonly WitnessDescription[]) => {
    const together = await run(part).catch(() => undefined);
    if (together) hasThreads = true;
    // One of a part may take the thread with it: each of them is then tried alone.
    const results = together ?? (await Promise.all(part.map(restoreAlone))).flat();
    return part.flatMap(({ siglum }, index) => {
      const result = results[index];
      return result ? [[siglum, result] as const] : [];
    });
  };
  try {
    const restored = (await Promise.all(inParts(witnesses).map(restorePart))).flat();
    return new Map(hasThreads ? restored : []);
  } finally {
    await close();
  }
}

function inParts<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / WITNESSES_PER_TASK);
  return Array.from({ length: count }, (_, part) =>
    items.slice(part * WITNESSES_PER_TASK, (part + 1) * WITNESSES_PER_TASK),
  );
}
