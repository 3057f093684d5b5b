import type { Apparatus, Removal } from '../../contract/schema.ts';
import { visible } from '../../edition/visible.ts';
import { witnessLanguage } from '../../edition/witness-language.ts';
import { element, type Markup } from '../xml.ts';

/** What is not the author's, behind the text; of spam only what kind it was and how long. None where nothing went. */
export function toBack({ removals, script }: Apparatus): Markup | undefined {
  if (removals.length === 0) return undefined;
  const items = removals.map((removal) => toItem(removal, witnessLanguage(script)));
  return element('back', {}, element('div', { type: 'removals' }, element('list', {}, ...items)));
}

function toItem({ id, kind, characters, sic }: Removal, language: string): Markup {
  return element(
    'item',
    { 'xml:id': id, rend: kind },
    sic === undefined
      ? element('gap', { reason: kind, quantity: characters, unit: 'character' })
      : element('quote', { 'xml:lang': language }, visible(sic.replace(/\n/g, ' '))),
  );
}
