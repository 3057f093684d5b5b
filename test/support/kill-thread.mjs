/** Loaded before all else by `--import`: a thread that is to parse JSON with 致命 in it ends. */
import { isMainThread } from 'node:worker_threads';

const { parse } = JSON;
if (!isMainThread)
  JSON.parse = (source, ...rest) => (source.includes('致命') ? process.exit(1) : parse(source, ...rest));
