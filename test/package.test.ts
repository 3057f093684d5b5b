/** What the package says to npm. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const { allowScripts, scripts } = JSON.parse(read('package.json'));

interface Locked {
  hasInstallScript?: true;
}

test('every install script is approved, and no other: without it there is no Node 24', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = withScript.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(names)].sort());
  expect(new Set(Object.values(allowScripts))).toEqual(new Set([true]));
});

test('no command of the tests asks a question: `astro check` offers to install what it misses', () => {
  expect(scripts.test).not.toMatch(/\bastro check\b/);
  expect(read('.ci/run')).toMatch(/^export CI=true\b/m);
});
