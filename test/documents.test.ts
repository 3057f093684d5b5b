/** The documents at the root name only what there is. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');
const { scripts, version }: { scripts: Record<string, string>; version: string } = JSON.parse(
  read('package.json'),
);

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s', (file) => {
  const text = read(file);

  test('names only files that there are', () => {
    const inCode = [...text.matchAll(/`((?:\.github|content|deploy|public|scripts|src|test)\/[\w./-]*)`/g)];
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
    const made = /^content\/editions\/\.restored\.json$|^public\/service-worker\.js$/;
    const paths = [...inCode, ...linked].map(([, path = '']) => path.replace(/\/$/, ''));
    const isMissing = (path: string) => globSync(path, { cwd: root }).length === 0;
    expect(paths.filter((path) => !made.test(path) && isMissing(path))).toEqual([]);
  });

  test('names only npm scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

test('the README fits on two screens, and CONTRIBUTING names every measurement', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(111);
  const measurements = Object.keys(scripts).filter((name) => name.startsWith('bench:'));
  expect(measurements.filter((name) => !read('CONTRIBUTING.md').includes(`npm run ${name}`))).toEqual([]);
});

test('the newest entry of the changelog is the version of the package', () => {
  const [, newest] = /^## (\d\S*)/m.exec(read('CHANGELOG.md')) ?? [];
  expect(newest).toBe(version);
});

test('the site is published only when the command of the README has passed', () => {
  expect(read('.github/workflows/pages.yml')).toContain('needs: test');
  expect(read('.github/workflows/test.yml')).toMatch(/npm ci .*\n +- run: npm test$/m);
});
