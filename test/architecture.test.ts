import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../src/pipeline/', import.meta.url).pathname;

test.each(globSync('**/*.ts', { cwd: root }))('pipeline/%s knows no Node, no Astro and no clock', (file) => {
  const source = readFileSync(`${root}${file}`, 'utf8');
  const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name!);
  expect(imports.filter((name) => /^(?:node:|astro)/.test(name))).toEqual([]);
  expect(source).not.toMatch(/\b(?:Date\.now|new Date|performance\.now|fetch|process\.env)\b/);
});

test('the public interface of the pipeline', async () => {
  expect(Object.keys(await import('../src/pipeline/index.ts')).sort()).toEqual(['restore']);
});
