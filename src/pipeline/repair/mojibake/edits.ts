/** From a stretch that was decided for to the edits that carry it out, each as short as can be. */
import type { Cert } from '../../../contract/schema.ts';
import { type Edit, emend, type Remark, remarkCrux } from '../../reading.ts';
import { HOLE } from '../constants.ts';
import { type Choice, doubtOf } from './choose.ts';
import { type Filling, type FillingRules, fillHoles } from './holes.ts';
import type { Stretch } from './stretch.ts';

/** A part of a stretch between two places where it can be cut. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly corr: string;
  readonly fillings: readonly Filling[];
}

/** The edits of `choice`, and cruces where what is lost cannot be told. */
export function editsOf(
  text: string,
  choice: Choice,
  { isForeign, scorer }: FillingRules,
): { edits: Edit[]; remarks: Remark[] } {
  const { candidate } = choice;
  const doubt = doubtOf(candidate, text);
  const before = text.slice(Math.max(0, candidate.start - HOLE.reach), candidate.start);
  const after = text.slice(candidate.end, candidate.end + HOLE.reach);
  const fillings = fillHoles(candidate.stretch, { before, after }, { isForeign, scorer });
  const parts = join(text, partsOf(candidate.stretch, fillings));
  const isChanged = ({ start, end, corr }: Part) => text.slice(start, end) !== corr;
  return {
    edits: parts
      .filter((part) => isSettled(part) && isChanged(part))
      .map((part) => editOf(part, choice, doubt)),
    remarks: parts.filter((part) => !isSettled(part)).map((part) => cruxOf(part, choice)),
  };
}

const isSettled = ({ fillings }: Part) => fillings.every(({ isForced }) => isForced);

function partsOf({ text, from }: Stretch, fillings: readonly Filling[]): Part[] {
  const byPlace = new Map(fillings.map((filling) => [filling.at, filling]));
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (from[end] === -1) end++;
    const inside: Filling[] = [];
    let corr = '';
    for (let i = at; i < end; i++) {
      const filling = byPlace.get(i);
      if (filling) inside.push(filling);
      corr += filling ? (filling.ranked[0] ?? '') : text.charAt(i);
    }
    const [start, stop] = [from[at], from[end]];
    if (start === undefined || stop === undefined)
      throw new RangeError(`No place is known for ${at}–${end} of ${from.length}.`);
    parts.push({ start, end: stop, corr, fillings: inside });
    at = end;
  }
  return parts;
}

/** Neighbours of one kind are one part: changed with certainty. What stays as it is parts them. */
function join(text: string, parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  let isOpen = false;
  for (const part of parts) {
    const isPlain = part.fillings.length === 0 && text.slice(part.start, part.end) !== part.corr;
    const last = joined.at(-1);
    if (isPlain && isOpen && last)
      joined[joined.length - 1] = { ...last, end: part.end, corr: last.corr + part.corr };
    else joined.push(part);
    isOpen = isPlain;
  }
  return joined;
}

const certs = { none: 'high', holes: 'medium', torn: 'low' } as const;
const worse: Readonly<Record<Cert, Cert>> = { high: 'medium', medium: 'low', low: 'low' };

function editOf(part: Part, { candidate, isStrong }: Choice, doubt: keyof typeof certs): Edit {
  const { chain, gain, characters } = candidate;
  const { rule } = chain;
  const { corr, fillings } = part;
  const [filling] = fillings;
  if (!filling) {
    const cert = isStrong ? certs[doubt] : worse[certs[doubt]];
    const margin = gain / Math.max(1, characters) / 4;
    return emend(part, corr, { kind: 'mojibake', cert, evidence: { rule, margin } });
  }
  const evidence = { rule, inferred: fillings.length, margin: filling.margin / 4 };
  const alternatives = filling.ranked.slice(1, 1 + HOLE.alternatives);
  const others = alternatives.length > 0 ? { alternatives } : {};
  return emend(part, corr, { kind: 'mojibake', cert: 'low', evidence, ...others });
}

function cruxOf(part: Part, { candidate }: Choice): Remark {
  const [first, ...others] = part.fillings;
  const alternatives = first && others.length === 0 ? first.ranked.slice(0, HOLE.alternatives) : [];
  const reason = `A byte was lost when ${candidate.chain.rule.replace(' as ', ' was read as ')}.`;
  return remarkCrux(part, reason, alternatives);
}
