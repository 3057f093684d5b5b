import type { Evidence } from '../../contract/schema.ts';
import type { Wording } from './phrases.ts';

/**
 * Words the evidence of an emendation, fact by fact: `['字節 D2F2 ??E9', '讀音 yàn', '推補 1 字節']`.
 */
export function evidenceFacts(evidence: Evidence, word: Wording): string[] {
  const { bytes, reading, inferred, margin, rule } = evidence;
  const facts = [
    ['evidence-bytes', bytes],
    ['evidence-reading', reading],
    ['evidence-inferred', inferred || undefined],
    ['evidence-margin', margin?.toFixed(1)],
    ['evidence-rule', rule],
  ] as const;
  return facts.flatMap(([key, value]) => (value === undefined ? [] : [word(key, { value })]));
}
