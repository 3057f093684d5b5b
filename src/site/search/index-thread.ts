/** A thread that writes the search index, and says how many texts are in it. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildIndex } from './build-index.ts';

const { site, source } = workerData as { site: string; source: string };
parentPort?.postMessage(await buildIndex(new URL(site), new URL(source)));
