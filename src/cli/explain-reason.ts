import type { RepairEmendation } from '../contract/repair-schema.ts';
import type { EmendationKind, Evidence } from '../contract/schema.ts';
import { quote } from '../corpus/quote.ts';

/** Why an emendation was made, in plain English: `“wù” is the reading of the character before it; a mirror put it there.` */
export function explainReason({ kind, evidence, alternatives }: RepairEmendation): string {
  const others = alternatives?.length ? `It could also be ${alternatives.map(quote).join(' or ')}.` : '';
  return [reasons[kind](evidence), sayBytes(evidence), sayMargin(evidence), others].filter(Boolean).join(' ');
}

const reasons: Record<EmendationKind, (evidence: Evidence) => string> = {
  gloss: ({ reading, rule }) =>
    rule === 'family'
      ? `${sayReading(reading)} is a reading that a mirror put after the character, as it did all over the text.`
      : `${sayReading(reading)} is the reading of the character before it; a mirror put it there.`,
  'torn-gloss': () =>
    'A mirror put a reading inside a character and tore it in two; the bytes are joined again.',
  'torn-mark': () => 'A byte was torn off a character before a mark; the bytes are joined again.',
  unencodable: () => 'GBK cannot hold the blank that stood here, so that it became a question mark.',
  control: () => 'These are control characters that a mirror left behind; no text has them.',
  watermark: () => 'These are rare characters without sense here, put before a mark as a watermark.',
  emoji: () => 'A mirror sprinkled emoji between characters.',
  entity: () => 'A character reference was left in the text.',
  mojibake: ({ rule }) =>
    `This was read in the wrong encoding${rule ? ` (${rule})` : ''} and is read again in the right one.`,
};

function sayReading(reading: string | undefined): string {
  return reading === undefined ? 'This' : quote(reading);
}

function sayBytes({ bytes, inferred = 0 }: Evidence): string {
  if (bytes === undefined) return '';
  const lost =
    inferred === 0 ? '' : inferred === 1 ? ', one of them inferred' : `, ${inferred} of them inferred`;
  return `The bytes are ${bytes}${lost}.`;
}

/** Nats behind, at least → how the next best reading stands to the chosen one. */
const distances = [
  [6, 'The next best reading is far behind'],
  [2, 'The next best reading is clearly behind'],
  [0, 'The next best reading is close behind'],
] as const;

function sayMargin({ margin }: Evidence): string {
  if (margin === undefined) return '';
  const found = distances.find(([least]) => margin >= least);
  return found === undefined ? '' : `${found[1]} (${margin.toFixed(1)} nats).`;
}
