/** What a search found, as a record. */
import type { Cert, Evidence } from '../../contract/schema.ts';
import { type Edit, emend } from '../reading.ts';
import { FOUND } from './constants.ts';
import type { RepairRules } from './rules.ts';
import type { Found } from './search.ts';
import { hasStrange } from './strange.ts';
import { SWALLOWED, SWALLOWED_TAG, tagRestEnd } from './swallowed-characters.ts';
import { LOST_LEAD, LOST_TRAIL } from './trellis.ts';

/** Units of a tag's rest that are looked at behind the window; `tagRest` takes no more. */
const LONGEST_TAG = 220;

const tagMark = String.fromCharCode(SWALLOWED_TAG);
const unknownMark = String.fromCharCode(SWALLOWED);

/** `found` without tags whose `<` was swallowed; what else was swallowed and is not known stays a `?`. */
export function withoutTornTags(text: string, found: Found, { channel }: RepairRules): Found {
  let { end } = found;
  const lost = [...found.lost];
  const clear = (restored: string) => {
    let out = restored;
    for (let at = out.indexOf(tagMark); at !== -1; at = out.indexOf(tagMark)) {
      const ahead = out.slice(at + 1) + text.slice(found.end, found.end + LONGEST_TAG);
      const length = tagRestEnd(ahead, 0, channel);
      end = Math.max(end, found.end + length - (out.length - at - 1));
      out = out.slice(0, at) + out.slice(at + 1 + length);
      if (restored === found.text) lost.splice(at, 1 + length);
    }
    return out.replaceAll(unknownMark, '?');
  };
  return { ...found, text: clear(found.text), lost, rival: found.rival && clear(found.rival), end };
}

/** What a search was about: the text `sic` at the offset `at`, torn by a gloss or before a mark. */
interface Torn {
  readonly sic: string;
  readonly at: number;
  readonly kind: 'torn-gloss' | 'torn-mark';
}

/** The emendation that `found` is of a torn text; what is the same at both ends is left out. */
export function toEdit({ sic, at, kind }: Torn, found: Found, rules: RepairRules): Edit {
  const { text, rival } = found;
  const [head, tail] = common(sic, rival === undefined || rival === sic ? [text] : [text, rival]);
  const corr = text.slice(head, text.length - tail);
  const other = rival?.slice(head, rival.length - tail);
  const alternatives =
    other === undefined || rival === sic || other === corr ? {} : { alternatives: [other] };
  const evidence = describeEvidence(found, [head, text.length - tail], rules);
  const span = { start: at + head, end: at + sic.length - tail };
  return emend(span, corr, { kind, cert: certainty(found, rules), evidence, ...alternatives });
}

/** Lengths of what all have in common at their beginnings and ends; a `?` is never the same, even where it stays one. */
function common(sic: string, others: readonly string[]): [head: number, tail: number] {
  const shortest = Math.min(sic.length, ...others.map((other) => other.length));
  const same = (index: number) =>
    sic.at(index) !== '?' && others.every((other) => other.at(index) === sic.at(index));
  let head = 0;
  while (head < shortest && same(head)) head++;
  let tail = 0;
  while (tail < shortest - head && same(-1 - tail)) tail++;
  return [head, tail];
}

type Span = readonly [from: number, to: number];

function describeEvidence(found: Found, [from, to]: Span, rules: RepairRules): Evidence {
  const margin = found.margin < FOUND.noRival ? { margin: found.margin / 4 } : {};
  return {
    bytes: hex(found, [from, Math.min(to, from + FOUND.bytesShown)], rules),
    inferred: found.inferred,
    ...margin,
  };
}

/** The bytes of the text from `from` to `to`, `??` for those that were lost: `9E?? D4DA`. */
function hex({ text, lost }: Found, [from, to]: Span, { gbk }: RepairRules): string {
  const bytes: string[] = [];
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const pair = gbk.pairOf[unit] ?? 0;
    const [lead, trail] = [pair >> 8, pair & 0xff];
    const isLost = (which: number) => ((lost[i] ?? 0) & which) !== 0;
    if (lead === 0) bytes.push(two(unit));
    else bytes.push((isLost(LOST_LEAD) ? '??' : two(lead)) + (isLost(LOST_TRAIL) ? '??' : two(trail)));
  }
  return bytes.join(' ');
}

const two = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0');

function certainty(found: Found, rules: RepairRules): Cert {
  if (found.inferred > 1 || hasStrange(found.text, rules)) return 'low';
  if (found.inferred === 0) return found.margin >= FOUND.sureWithAllBytes ? 'high' : 'low';
  return found.margin >= FOUND.sureWithOneGuess ? 'medium' : 'low';
}
