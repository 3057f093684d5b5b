/** What the package says to npm. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const { allowScripts, scripts } = JSON.parse(read('package.json'));

/** What the tests look at of an entry of package-lock.json. */
interface Locked {
  version: string;
  hasInstallScript?: true;
  optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));

test('every install script is approved, and no other: without it there is no Node 24', () => {
  const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = withScript.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(names)].sort());
  expect(new Set(Object.values(allowScripts))).toEqual(new Set([true]));
});

test('the lockfile has the binaries of every platform: npm ci refuses one that lacks any', () => {
  const binaries = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.entries(optionalDependencies ?? {}).map(([name, range]) => ({ path, name, range })),
  );
  const isExact = (range: string) => /^\d/.test(range);
  const isLocked = (path: string, name: string, range: string) =>
    [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) =>
      isExact(range) ? packages[place]?.version === range : packages[place] !== undefined,
    );
  expect(binaries.filter(({ path, name, range }) => !isLocked(path, name, range))).toEqual([]);
  const platforms = ['darwin', 'linux', 'win32'].map((os) =>
    binaries.filter(({ name }) => name.includes(os)),
  );
  for (const found of platforms) expect(found.length).toBeGreaterThan(5);
});

test('no command of the tests asks a question: `astro check` offers to install what it misses', () => {
  expect(scripts.test).not.toMatch(/\bastro check\b/);
  expect(read('.ci/run')).toMatch(/^export CI=true\b/m);
});
