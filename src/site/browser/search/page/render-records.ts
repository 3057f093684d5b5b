import { imprintOf } from '../../../../edition/imprint.ts';
import { textAddresses } from '../../../addresses/addresses.ts';
import type { SearchRecord } from '../../../search/records/record-files.ts';
import { type SearchText, searchedBlocks } from '../../../search/searched-blocks.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import type { RecordFinding } from './find-records.ts';
import { excerpt } from './mark-text.ts';
import type { Scripts } from './render-finding.ts';

const SHOWN = 5;

/** A text with its emendations: each as lemma ］ reading, linked to the apparatus, over the paragraph it is in. */
export function renderRecords({ slug, text, records }: RecordFinding, scripts: Scripts): HTMLLIElement {
  const word = searchWordingIn(scripts.interfaceLanguage);
  const addresses = textAddresses(slug);
  const item = document.createElement('li');
  item.lang = scripts.language;
  const heading = document.createElement('h2');
  heading.append(anchor(addresses.apparatus, [text.title]));
  const imprint = document.createElement('p');
  imprint.className = 'imprint';
  const count = document.createElement('span');
  count.className = 'count';
  count.textContent = word('places', { n: records.length });
  imprint.append(imprintOf(text), count);
  const entries = records.map((record) => entry(record, text, addresses));
  item.append(heading, imprint, ...entries.slice(0, SHOWN));
  if (entries.length > SHOWN)
    item.append(folded(word('otherPlaces', { n: entries.length - SHOWN }), entries));
  return item;
}

function folded(label: string, entries: HTMLElement[]): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = label;
  details.append(summary, ...entries.slice(SHOWN));
  return details;
}

function entry(record: SearchRecord, text: SearchText, to: ReturnType<typeof textAddresses>): HTMLElement {
  const element = document.createElement('div');
  element.className = 'record';
  const lemma = document.createElement('p');
  const reading = document.createElement('b');
  reading.textContent = record.corr;
  lemma.append(anchor(`${to.apparatus}#${record.id}`, [record.sic, '］', reading]));
  element.append(lemma, ...place(record, text, to.parallel));
  return element;
}

/** Offsets of records count code points. */
function place(
  { place: { block, start, end }, corr }: SearchRecord,
  text: SearchText,
  href: string,
): HTMLElement[] {
  const words = new Map(searchedBlocks(text)).get(block);
  if (words === undefined || corr === '') return [];
  const at = (offset: number) => [...words].slice(0, offset).join('').length;
  const quotation = document.createElement('p');
  quotation.className = 'quotation';
  quotation.dataset.block = block.replace(/^p/, '').replace(/^h/, '§').replace('title', '');
  const hits = [{ start: at(start), end: at(end) }];
  quotation.append(anchor(`${href}#${block}`, excerpt({ id: block, text: words, hits })));
  return [quotation];
}

function anchor(href: string, content: Array<string | Node>): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.append(...content);
  return element;
}
