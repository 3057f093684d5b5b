/** A process that is watched: what it tells, line by line, and whether it falls silent. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Ending = 'ended' | 'fell silent' | 'crashed';

/**
 * Run a script of Node to its end and hand on every line it writes. When it has written none for `patience` milliseconds,
 * it is stopped: a hang cannot be caught from within.
 */
export function watch(
  args: readonly string[],
  patience: number,
  onLine: (line: string) => void,
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let isSilent = false;
    const stop = () => {
      isSilent = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, patience);
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
      onLine(line);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(isSilent ? 'fell silent' : code === 0 ? 'ended' : 'crashed');
    });
  });
}
