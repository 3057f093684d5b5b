import type { Emendation } from '../../../../contract/schema.ts';
import { imprintOf } from '../../../../edition/imprint.ts';
import { textAddresses } from '../../../addresses/addresses.ts';
import { type SearchText, searchedBlocks } from '../../../search/searched-blocks.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { element, foldedList } from './element.ts';
import type { RecordFinding } from './find-records.ts';
import { quotation, type Scripts } from './render-finding.ts';

const SHOWN = 5;

/** A text with its emendations: each as lemma ］ reading, linked to the apparatus, over the paragraph it is in. */
export function renderRecords({ slug, text, records }: RecordFinding, scripts: Scripts): HTMLLIElement {
  const { language, interfaceLanguage: lang } = scripts;
  const word = searchWordingIn(lang);
  const addresses = textAddresses(slug);
  const entries = records.map((record) => entry(record, text, addresses));
  const item = element('li', { lang: language }, [
    element('h2', {}, [element('a', { href: addresses.apparatus }, [text.title])]),
    element('p', { className: 'imprint' }, [
      imprintOf(text),
      element('span', { className: 'count', lang }, [word('places', { n: records.length })]),
    ]),
    ...entries.slice(0, SHOWN),
  ]);
  const rest = entries.slice(SHOWN);
  if (rest.length > 0) item.append(foldedList(word('otherPlaces', { n: rest.length }), lang, () => rest));
  return item;
}

function entry(record: Emendation, text: SearchText, to: ReturnType<typeof textAddresses>): HTMLElement {
  const reading = [record.sic, '］', element('b', {}, [record.corr])];
  const lemma = element('a', { href: `${to.apparatus}#${record.id}` }, reading);
  return element('div', { className: 'record' }, [
    element('p', {}, [lemma]),
    ...context(record, text, to.parallel),
  ]);
}

/** The paragraph round what was restored; offsets of records count code points. */
function context(
  { place: { block, start, end }, corr }: Emendation,
  text: SearchText,
  href: string,
): HTMLElement[] {
  const words = new Map(searchedBlocks(text)).get(block);
  if (words === undefined || corr === '') return [];
  const at = (offset: number) => [...words].slice(0, offset).join('').length;
  const hits = [{ start: at(start), end: at(end) }];
  return [quotation({ id: block, text: words, hits }, `${href}#${block}`)];
}
