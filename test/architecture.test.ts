import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycle, importGraph, importsOf, root } from './support/import-graph.ts';

/**
 * The rooms of `src`, in the order of the flow: each may import from those above it. A phase of the pipeline is a room;
 * `pipeline` itself is what stands beside them, the map and the rules.
 */
const rooms = [
  'contract',
  'data',
  'pipeline/text',
  'pipeline/reading',
  'pipeline/decode',
  'pipeline/extract',
  'pipeline/repair',
  'pipeline/page',
  'pipeline/strip',
  'pipeline/structure',
  'pipeline/convert',
  'pipeline/compile',
  'pipeline/collate',
  'pipeline',
  'edition',
  'corpus',
  'formats',
  'cli',
  'site',
];

/** `src/pipeline/strip/strip.ts` stands in `pipeline/strip`, `src/pipeline/reading.ts` in `pipeline/reading`. */
function roomOf(file: string): string {
  const [, room = '', inner = ''] = file.replace(/\.ts$/, '').split('/');
  const phase = `${room}/${inner}`;
  return rooms.includes(phase) ? phase : room;
}

const graph = importGraph('src/**/*.{ts,astro,js,mjs,css}');
const pipeline = [...graph.keys()].filter((file) => file.startsWith('src/pipeline/'));

/** What is no business of a pipeline that takes values and returns values. */
const isForeign = (name: string) => isBuiltin(name) || /^@?astro/.test(name);

const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');

describe('rooms', () => {
  test('every file of src stands in one', () => {
    expect(graph.size).toBeGreaterThan(300);
    expect([...graph.keys()].filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
  });

  test('a room imports only from rooms above it', () => {
    const wrong = [...graph].flatMap(([file, imported]) =>
      imported
        .filter((other) => other.startsWith('src/'))
        .filter((other) => rooms.indexOf(roomOf(other)) > rooms.indexOf(roomOf(file)))
        .map((other) => `${file} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing in src imports from scripts or tests, and no script from tests', () => {
    const scripts = importGraph('scripts/**/*.{ts,mjs}');
    const from = (files: typeof graph, pattern: RegExp) =>
      [...files].flatMap(([file, imported]) =>
        imported.filter((other) => pattern.test(other)).map((other) => `${file} imports ${other}`),
      );
    expect(scripts.size).toBeGreaterThan(10);
    expect([...from(graph, /^test\//), ...from(scripts, /^test\//)]).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    expect(findCycle(graph)).toBeUndefined();
  });

  test('a cycle is found', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
  });
});

describe('the pipeline', () => {
  test('knows no Node, no Astro and no clock', () => {
    const clocks = /\b(?:Date\.now|new Date|performance\.now|fetch|process\.env)\b/;
    const wrong = pipeline.filter(
      (file) => importsOf(sourceOf(file)).some(isForeign) || clocks.test(sourceOf(file)),
    );
    expect(pipeline.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  test('takes only types from the schema, which takes long to load', () => {
    const values = /^(?:import|export) (?!type)[^;]*\bcontract\/[\w-]*schema\.ts'/m;
    expect(pipeline.filter((file) => values.test(sourceOf(file)))).toEqual([]);
  });

  test('is the only place that restores: other rooms know nothing of the phases in the middle', () => {
    const inner = /^src\/pipeline\/(?:extract|page|strip|structure|compile)\//;
    const isOutside = (file: string) => !file.startsWith('src/pipeline/');
    const wrong = [...graph].flatMap(([file, imported]) =>
      isOutside(file)
        ? imported.filter((other) => inner.test(other)).map((other) => `${file} imports ${other}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  test('has one way in', async () => {
    expect(Object.keys(await import('../src/pipeline/index.ts')).sort()).toEqual(['restore', 'restoreAlike']);
  });
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

test('no path of a file URL is made by its pathname, which keeps blanks and Han escaped', () => {
  const sources = globSync('{scripts,src,test}/**/*.{ts,mjs,astro}', { cwd: root });
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.filter((file) => /import\.meta\.url\)\.pathname/.test(sourceOf(file)))).toEqual([]);
});
