/** A thread that dies when it is told to. */
import { threadId } from 'node:worker_threads';

export function startWorker(settings: { readonly isBroken?: boolean }) {
  if (settings.isBroken) throw new Error('no rules');
  return async (task: string): Promise<string | number> => {
    if (task === 'exit') process.exit(3);
    if (task === 'throw') throw new TypeError('thrown');
    if (task === 'throw later') {
      setTimeout(() => {
        throw new Error('thrown later');
      });
      await new Promise(() => {});
    }
    if (task === 'memory') for (const held: number[][] = []; ; ) held.push(new Array(1e6).fill(held.length));
    if (task === 'thread') return threadId;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return task;
  };
}
