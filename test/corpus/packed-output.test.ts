import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { damaged, makeFolder, restored, runZhengben } from '../support/run-zhengben.ts';

test('a packed text is written without its .gz, and its record speaks of the unpacked one', async () => {
  const folder = makeFolder({ 'in/page.txt.gz': gzipSync(damaged) });
  const { code } = await runZhengben(['repair', 'in', '--out', 'out'], { cwd: folder });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'out/page.txt'), 'utf8')).toBe(restored);
  const { bytes } = await runZhengben(['undo', 'out/page.txt'], { cwd: folder });
  expect(bytes.toString()).toBe(damaged);
});

test('the text that a packed one was made from is not written over', async () => {
  const folder = makeFolder({ 'in/page.txt': damaged, 'in/page.txt.gz': gzipSync(damaged) });
  const { code, stderr } = await runZhengben(['repair', 'in/page.txt.gz', '--out', 'in'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('would be overwritten by its repaired text; choose another folder for --out.');
  expect(readFileSync(join(folder, 'in/page.txt'), 'utf8')).toBe(damaged);
});

test('two dots and .gz are no name that loses its ending', async () => {
  const folder = makeFolder({ 'in/..gz': gzipSync(damaged) });
  const { code } = await runZhengben(['repair', 'in/..gz', '--out', 'out'], { cwd: folder });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'out/..gz'), 'utf8')).toBe(restored);
});
