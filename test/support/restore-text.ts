/** Shorthands for tests that take a text the whole way. */
import { createHash } from 'node:crypto';
import type { Edition } from '../../src/contract/edition.ts';
import type { Apparatus } from '../../src/contract/schema.ts';
import { restore } from '../../src/pipeline/index.ts';
import { rules } from './rules.ts';

/** The edition of `text`, as if it had been received as UTF-8. */
export function restoreText(text: string): Edition {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return restore({ siglum: 'test', slug: 'test', sha256, origin: 'A test', bytes }, rules);
}

type Change = { start: number; end: number; corr: string };

/** All records that change the text, in order. */
export function changesOf({ emendations, removals, normalisations }: Apparatus): Change[] {
  const gone = removals.map(({ start, end }) => ({ start, end, corr: '' }));
  return [...emendations, ...normalisations, ...gone]
    .map(({ start, end, corr }) => ({ start, end, corr }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text that the records of `apparatus` make of `witness`; offsets are code points. */
export function replayRecords(witness: string, apparatus: Apparatus): string {
  const characters = [...witness];
  let at = 0;
  let text = '';
  for (const { start, end, corr } of changesOf(apparatus)) {
    if (start < at) throw new Error(`Records overlap at ${start}.`);
    text += characters.slice(at, start).join('') + corr;
    at = end;
  }
  return text + characters.slice(at).join('');
}

/** The witness that undoing the records of `apparatus` gives back from `text`; throws where `text` is not as recorded. */
export function undoRecords(text: string, witness: string, apparatus: Apparatus): string {
  const found = [...witness];
  const characters = [...text];
  let at = 0;
  let shift = 0;
  let undone = '';
  for (const { start, end, corr } of changesOf(apparatus)) {
    const from = start + shift;
    const length = [...corr].length;
    const stands = characters.slice(from, from + length).join('');
    if (stands !== corr) throw new Error(`“${corr}” is recorded at ${start}, but “${stands}” stands there.`);
    undone += characters.slice(at, from).join('') + found.slice(start, end).join('');
    at = from + length;
    shift += length - (end - start);
  }
  return undone + characters.slice(at).join('');
}
