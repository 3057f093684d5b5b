/** jieba's dictionary, from npm's registry. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The package it is taken from. */
export const JIEBA = 'nodejieba@3.5.8';

/** Its lines: a word, how often it was counted, and its part of speech. */
export function jiebaDictionary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengben-data-'));
  try {
    execFileSync('npm', ['pack', JIEBA, '--silent', '--pack-destination', folder]);
    execFileSync('tar', ['xzf', join(folder, `${JIEBA.replace('@', '-')}.tgz`), '-C', folder]);
    return readFileSync(join(folder, 'package/submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
