import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Apparatus, Removal } from '../../contract/schema.ts';
import { isGloss } from '../../edition/block-records.ts';
import { visible } from '../../edition/visible.ts';
import { type WitnessPiece, witnessPieces } from '../../edition/witness-pieces.ts';
import { element, text } from './hast.ts';

/** How a witness is written: `href` leads from a record to its place in the text, `withheld` words what is not shown. */
interface WitnessOptions {
  href: (id: string) => string;
  withheld: (removal: Removal) => string;
}

/** A witness as received, as HTML whose text is the witness's, with invisible characters written as code points. */
export function renderWitness(witness: string, apparatus: Apparatus, options: WitnessOptions): string {
  return toHtml(witnessPieces(witness, apparatus).flatMap((piece) => render(piece, options)));
}

function render(piece: WitnessPiece, { href, withheld }: WitnessOptions): ElementContent[] {
  if ('withheld' in piece) {
    const { id } = piece.withheld;
    return [element('a', { id, className: ['caesura'], href: href(id) }, words(withheld(piece.withheld)))];
  }
  const { text, record } = piece;
  if (!record || !('id' in record)) return words(text);
  const { id } = record;
  if ('characters' in record) return [element('s', { id }, words(text))];
  if (isGloss(record)) return [element('u', { id }, words(text))];
  const dataMark = 'cert' in record ? record.cert : 'crux';
  return [element('a', { id, href: href(id), dataMark }, words(text))];
}

/** All that `visible` writes as code points, but for line breaks and tabs, which stay what they are. */
const UNSEEN = /((?:(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd])+)/u;

function words(received: string): ElementContent[] {
  const parts = received.replaceAll('\r\n', '\n').split(UNSEEN);
  return parts.flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    const isUnseen = index % 2 === 1;
    return [isUnseen ? element('small', {}, [text(visible(part))]) : text(part)];
  });
}
