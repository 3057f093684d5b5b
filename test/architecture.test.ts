import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const pipeline = globSync('**/*.ts', { cwd: join(root, 'src/pipeline') });

/** Names of the modules a source imports: `import … from`, `export … from`, bare `import`, `import(…)` and `require(…)`. */
function importsOf(source: string): string[] {
  const names = source.matchAll(/(?:\bfrom|\bimport|\b(?:import|require)\s*\()\s*(['"`])([^'"`]+)\1/g);
  return [...names].map(([, , name]) => name!);
}

/** What is no business of a pipeline that takes values and returns values. */
const isForeign = (name: string) => isBuiltin(name) || /^@?astro/.test(name);

test('there is a pipeline to look at', () => {
  expect(pipeline.length).toBeGreaterThan(40);
});

test.each(pipeline)('pipeline/%s knows no Node, no Astro and no clock', (file) => {
  const source = readFileSync(join(root, 'src/pipeline', file), 'utf8');
  expect(importsOf(source).filter(isForeign)).toEqual([]);
  expect(source).not.toMatch(/\b(?:Date\.now|new Date|performance\.now|fetch|process\.env)\b/);
});

test.each(pipeline)('pipeline/%s takes only types from the schema, which takes long to load', (file) => {
  const source = readFileSync(join(root, 'src/pipeline', file), 'utf8');
  expect(source).not.toMatch(/^(?:import|export) (?!type)[^;]*\bedition\/schema\.ts'/m);
});

test.each([
  ["import { readFileSync } from 'node:fs';"],
  ["import {\n  readFileSync,\n} from 'node:fs';"],
  ["import 'node:fs';"],
  ["export * from 'node:fs';"],
  ['export { readFileSync } from "node:fs";'],
  ["const fs = await import('node:fs');"],
  ["const fs = await import(\n  'node:fs'\n);"],
  ["type Fs = typeof import('node:fs');"],
  ["const fs = require('fs');"],
])('the check sees %j', (source) => {
  expect(importsOf(source).filter(isForeign)).toHaveLength(1);
});

test('the public interface of the pipeline', async () => {
  expect(Object.keys(await import('../src/pipeline/index.ts')).sort()).toEqual(['restore', 'restoreText']);
});

describe('paths', () => {
  const sources = globSync('{scripts,src,test}/**/*.{ts,mjs,astro}', { cwd: root });

  test.each(sources)(
    '%s makes no path of a file URL by its pathname, which keeps blanks and Han escaped',
    (file) => {
      expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/import\.meta\.url\)\.pathname/);
    },
  );
});
