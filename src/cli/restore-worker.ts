/** A thread of `zhengben restore`. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadRules } from '../corpus/load-rules.ts';
import type { RestoreTask } from './restore-task.ts';
import { createRestorer } from './restorer.ts';

const restore = createRestorer(loadRules(), workerData);
parentPort!.on('message', async (task: RestoreTask) => parentPort!.postMessage(await restore(task)));
