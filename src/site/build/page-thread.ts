/** A thread that makes the pages of texts. It answers with the message of what went wrong, or with nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { openPageMaker, type TextPages } from './make-pages.ts';

const maker = openPageMaker(workerData);

async function makeAll(texts: readonly TextPages[]): Promise<string | undefined> {
  try {
    const make = await maker;
    for (const text of texts) await make(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

parentPort!.on('message', async (texts: TextPages[]) => parentPort!.postMessage(await makeAll(texts)));
