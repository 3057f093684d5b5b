/** `zhengben repair --explain`: every emendation of a document for people to read. */

import type { RepairCrux, RepairEmendation } from '../contract/repair-schema.ts';
import { makeVisible, quote } from '../corpus/quote.ts';
import type { RepairedDocument } from '../corpus/repair-document.ts';
import { type Paint, paintWhen } from './colors.ts';
import { explainReason } from './explain-reason.ts';
import { type Traced, traceRecords } from './trace-records.ts';

const colorOf = { high: 'green', medium: 'yellow', low: 'red' } as const;
const meaningOf = {
  high: 'high: follows from the bytes',
  medium: 'medium: one reading clearly best',
  low: 'low: a conjecture',
} as const;

/**
 * The emendations and cruces of a document, in order, each with its line and column in the witness, its context in the
 * repaired text, what was found and what stands there now, kind, certainty and reason; in colour when `isColored`.
 */
export function explainDocument(
  { witness, text, apparatus }: RepairedDocument,
  name: string,
  isColored: boolean,
): string {
  const paint = paintWhen(isColored);
  const entries = traceRecords(witness, text, apparatus).map((traced) => {
    const [what, why] =
      'kind' in traced.record ? describeEmendation(traced.record, paint) : describeCrux(traced.record, paint);
    const context = showContext(traced, paint);
    return `${makeVisible(name)}:${traced.line}:${traced.column}  ${what}\n  ${context}\n  ${why}`;
  });
  return `${[summarize(name, apparatus, paint), ...entries].join('\n\n')}\n\n`;
}

function describeEmendation(record: RepairEmendation, paint: Paint): readonly [what: string, why: string] {
  const { kind, cert } = record;
  return [`${kind}, ${paint(colorOf[cert], meaningOf[cert])}`, explainReason(record)];
}

function describeCrux(
  { reason, alternatives }: RepairCrux,
  paint: Paint,
): readonly [what: string, why: string] {
  const others = alternatives.length === 0 ? '' : ` It could be ${alternatives.map(quote).join(' or ')}.`;
  return [paint('magenta', 'crux, left as found'), `${reason}${others}`];
}

/** …的電子商務[(wù) → nothing]的… */
function showContext({ record, before, after }: Traced, paint: Paint): string {
  const found = paint('red', makeVisible(record.sic));
  const change =
    'corr' in record ? `${found} → ${paint('green', makeVisible(record.corr) || 'nothing')}` : found;
  return `${makeVisible(before)}[${change}]${makeVisible(after)}`;
}

function summarize(
  name: string,
  { status, emendations, cruces }: RepairedDocument['apparatus'],
  paint: Paint,
): string {
  const head = paint('bold', makeVisible(name));
  if (status === 'untouched') return `${head}: untouched`;
  return `${head}: ${count(emendations, 'emendation', 'emendations')}, ${count(cruces, 'crux', 'cruces')}`;
}

function count(list: readonly unknown[], one: string, many: string): string {
  return `${list.length} ${list.length === 1 ? one : many}`;
}
