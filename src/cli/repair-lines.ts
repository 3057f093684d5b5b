import { loadRepairRules } from '../corpus/load-repair-rules.ts';
import { LARGEST } from '../corpus/read-bytes.ts';
import { splitLines } from '../corpus/split-lines.ts';
import { write } from '../corpus/streams.ts';
import { startProgress } from './progress.ts';
import { repairLine } from './repair-line.ts';

/**
 * `zhengben repair --jsonl`: a line on standard output for each of `input`, in order, one at a time. Gives the exit code;
 * standard error is told how many lines failed.
 */
export async function repairLines(input: AsyncIterable<Uint8Array>): Promise<number> {
  const rules = loadRepairRules();
  const progress = startProgress('lines');
  let count = 0;
  let failures = 0;
  for await (const source of splitLines(input, LARGEST)) {
    const { pieces, isFailed } = repairLine(source, ++count, rules);
    if (isFailed) failures++;
    for (const piece of pieces) await write(process.stdout, piece);
    progress.show(count);
  }
  progress.clear();
  if (failures > 0)
    process.stderr.write(
      `${failures} of ${count} lines could not be repaired; see “error” in their place.\n`,
    );
  return failures > 0 ? 1 : 0;
}
