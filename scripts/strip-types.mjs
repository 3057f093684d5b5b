/** Lets Node run TypeScript below node_modules, where it refuses to strip types by itself. */
import { readFileSync } from 'node:fs';
import * as loader from 'node:module';
import { fileURLToPath } from 'node:url';

/** Strip the types of what this thread imports from now on, when `self` lies below node_modules. @param {string} self */
export function stripBelowNodeModules(self) {
  if (!/[\\/]node_modules[\\/]/.test(self)) return;
  process.removeAllListeners('warning'); // stripTypeScriptTypes calls itself experimental
  loader.registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
      const source = loader.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
