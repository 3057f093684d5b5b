/** Where a thread of `zhengben restore` begins: hooks and caches are each thread's own. */
import * as loader from 'node:module';
import { fileURLToPath } from 'node:url';
import { stripBelowNodeModules } from './strip-types.mjs';

stripBelowNodeModules(fileURLToPath(import.meta.url));
loader.enableCompileCache?.();
await import('../src/cli/restore-worker.ts');
