/** A thread that makes downloads. */
import { parentPort, workerData } from 'node:worker_threads';
import { createWorker, type Task } from './work.ts';

const work = createWorker(workerData);
parentPort!.on('message', async (task: Task) => parentPort!.postMessage(await work(task)));
