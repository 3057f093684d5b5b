/** A folder of witnesses for one test, gone when the test is. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A text that makes an edition. */
export const article =
  '河邊的書店\n\n那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。\n';

let root: string;

/** Have a folder of witnesses for every test of the file. */
export function useWitnesses(): void {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhengben-'));
    mkdirSync(at('witnesses'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
}

/** A path in the folder of the test: `at('witnesses', 'river')`. */
export const at = (...path: string[]) => join(root, ...path);

/** Put `content` there as the witness `siglum`, with a sidecar of these fields, or with this text as its sidecar. */
export function addWitness(
  siglum: string,
  content: string | Uint8Array,
  sidecar: object | string | undefined = {},
): void {
  mkdirSync(at('witnesses', siglum));
  writeFileSync(at('witnesses', siglum, 'text.txt'), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const json =
    typeof sidecar === 'string'
      ? sidecar
      : JSON.stringify({ file: 'text.txt', sha256, origin: 'A test', ...sidecar });
  writeFileSync(at('witnesses', siglum, 'witness.json'), json);
}
