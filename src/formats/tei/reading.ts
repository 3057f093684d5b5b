import type { Crux, Emendation } from '../../contract/schema.ts';
import type { TextRecord } from '../../edition/block-records.ts';
import { visible } from '../../edition/visible.ts';
import { element, type Markup } from '../xml.ts';
import { EDITOR, WITNESS } from './header.ts';

/**
 * A record in its place, where the edition reads `text`. With one reading it is a `choice`; where others were weighed,
 * an `app`, whose lemma is ours. Invisible characters of the witness are written as code points: ⟨U+E0FA⟩.
 */
export function toReading(record: TextRecord, text: string): Markup {
  if (!('corr' in record)) return toCrux(record, text);
  return record.alternatives?.length ? toVariants(record, text) : toChoice(record, text);
}

function toChoice({ id, sic, kind, cert }: Emendation, text: string): Markup {
  return element(
    'choice',
    { 'xml:id': id },
    element('sic', visible(sic)),
    element('corr', { cert, type: kind, resp: `#${EDITOR}` }, text),
  );
}

function toVariants({ id, sic, kind, cert, alternatives = [] }: Emendation, text: string): Markup {
  return element(
    'app',
    { 'xml:id': id, type: kind },
    element('lem', { cert, resp: `#${EDITOR}` }, text),
    element('rdg', { wit: `#${WITNESS}` }, visible(sic)),
    ...alternatives.map(toConjecture),
  );
}

function toCrux({ id, sic, alternatives }: Crux, text: string): Markup {
  if (alternatives.length === 0) return element('sic', { 'xml:id': id }, visible(text || sic));
  return element(
    'app',
    { 'xml:id': id, type: 'crux' },
    element('lem', { wit: `#${WITNESS}` }, element('sic', visible(text || sic))),
    ...alternatives.map(toConjecture),
  );
}

function toConjecture(text: string): Markup {
  return element('rdg', { cert: 'low', resp: `#${EDITOR}` }, visible(text));
}
