import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { found } from './found.ts';

/** A module and what it imports as one script for the browser. */
export async function bundle(entry: URL): Promise<string> {
  const options = { bundle: true, write: false, format: 'esm', platform: 'browser' } as const;
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(entry)], ...options });
  return found(outputFiles[0], 'bundle').text;
}
