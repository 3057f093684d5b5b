/** From the name of a file to the address of its edition. */
import { sha256 } from './sha256.ts';

const LONGEST = 80;

/**
 * A slug for the file `name`, the same for the same name: `letters/River Letter.txt` → `letters-river-letter`. What an
 * address cannot hold is made up for by a piece of the name's SHA-256: `葉開.txt` → `text-1f0c22d5`.
 */
export function toSlug(name: string): string {
  const stem = name.replace(/\.gz$/i, '').replace(/\.(?:txt|md|markdown|x?html?|jsonl)$/i, '');
  const kept = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const isWhole = /^[\x20-\x7e]+$/.test(stem) && kept !== '' && kept.length <= LONGEST;
  return isWhole ? kept : `${shorten(kept) || 'text'}-${sha256(name).slice(0, 8)}`;
}

const shorten = (slug: string) => slug.slice(0, LONGEST - 9).replace(/-+$/, '');
