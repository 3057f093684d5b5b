/**
 * Where every thread begins: hooks and caches are each thread's own. `workerData` names the module that does the work: it
 * exports `startWorker`, which takes the settings and gives the function that does a task.
 */
import * as loader from 'node:module';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { stripBelowNodeModules } from './strip-types.mjs';

stripBelowNodeModules(fileURLToPath(import.meta.url));
loader.enableCompileCache?.();
const [, { module, settings }] = workerData; // the first is tinypool's own
const { startWorker } = await import(module);
export default await startWorker(settings);
