/** A thread that writes the search index, and says how many texts are in it. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildIndex } from './build-index.ts';

const { site, source, mostFragments } = workerData as {
  site: string;
  source: string;
  mostFragments?: number;
};
const settings = { source: new URL(source), ...(mostFragments !== undefined && { mostFragments }) };
parentPort?.postMessage(await buildIndex(new URL(site), settings));
