import type { Language, Script } from '../../contract/schema.ts';
import type { TextRecord } from '../../edition/block-records.ts';
import { visible } from '../../edition/visible.ts';
import { witnessLanguage } from '../../edition/witness-language.ts';
import { bookWordingIn } from '../wording/book-phrases.ts';
import { element, type Markup } from '../xml.ts';

/**
 * The note of a record, as an apparatus has it: `1 底本作 ?yàn)樵赾；讀音插入字中，字節分離，合之；確：由字節可知` The witness's words are
 * in its own script; ours are in `language`.
 */
export function toNote(
  record: TextRecord,
  n: number,
  { language, script }: { language: Language; script: Script },
): Markup {
  const word = bookWordingIn(language);
  const witness = witnessLanguage(script);
  const { alternatives = [] } = record;
  const facts =
    'corr' in record
      ? [record.corr === '' && word('deleted'), word(`why-${record.kind}`), word(`cert-${record.cert}-long`)]
      : [word('cruxNote')];
  const others = alternatives.length > 0 && word('alternatives', { value: alternatives.join(' · ') });
  return element(
    'aside',
    { 'epub:type': 'footnote', id: `note-${n}` },
    element(
      'p',
      element('a', { href: `#ref-${n}` }, String(n)),
      ` ${word('found')} `,
      element('span', { 'xml:lang': witness, lang: witness, class: 'sic' }, visible(record.sic)),
      `；${[...facts, others].filter(Boolean).join('；')}`,
    ),
  );
}
