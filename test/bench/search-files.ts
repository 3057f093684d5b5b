import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is promised: of the first query kilobytes, of the largest file of the index bytes. */
export const PROMISED = { firstQuery: 350, largest: 1024 * 1024 };

/** The files of an index: how many, how large. */
export interface Files {
  count: number;
  bytes: number;
  median: number;
  largest: number;
}

/** Measures a folder. */
export function describeFiles(folder: URL): Files {
  const sizes = readdirSync(fileURLToPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).size)
    .sort((a, b) => a - b);
  return {
    count: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    median: sizes[sizes.length >> 1] ?? 0,
    largest: sizes.at(-1) ?? 0,
  };
}

/**
 * What the same articles in such a number would take: a volume of about 25,000 articles has at most 4,096 files and one
 * of lengths; the register one for 256 texts and three of facets; the pinyin at most 23 × 24.
 */
export function planFor(size: number, { bytes }: Files, measured: number): string {
  const volumes = Math.ceil(size / 25_000);
  const files = volumes * 4097 + Math.ceil(size / 256) + 3 + 23 * 24;
  const each = (bytes / measured) * (size / volumes / 4096);
  return `${volumes} volumes, at most about ${files} files, ${(((bytes / measured) * size) / 1e6).toFixed(0)} MB, ${(each / 1024).toFixed(0)} KB each`;
}
