/** The misreadings that are known, and taking one or two of them back. */
import type { RepairRules } from '../rules.ts';
import type { Charset, CharsetName } from './charsets.ts';
import type { TextSpan } from './lines.ts';
import { rereadPairs } from './reread-pairs.ts';
import { rereadSwapped } from './reread-swapped.ts';
import { rereadUtf8 } from './reread-utf8.ts';
import { compose, type Stretch } from './stretch.ts';

/** A text in `right` was read as `wrong`. */
export interface Step {
  readonly right: 'utf-8' | 'gbk' | 'big5';
  readonly wrong: CharsetName;
}

/** One misreading, or two, the last one first. */
export interface Chain {
  /** As recorded: `utf-8 as gbk`, `utf-8 as windows-1252 + gbk as windows-1252`. */
  readonly rule: string;
  readonly steps: readonly Step[];
  readonly first: Step;
  /** The same as `first` where there is one step only. */
  readonly last: Step;
}

const single: readonly Step[] = [
  { right: 'utf-8', wrong: 'gbk' },
  { right: 'utf-8', wrong: 'windows-1252' },
  { right: 'utf-8', wrong: 'macintosh' },
  { right: 'gbk', wrong: 'windows-1252' },
  { right: 'big5', wrong: 'windows-1252' },
  { right: 'gbk', wrong: 'macintosh' },
  { right: 'big5', wrong: 'macintosh' },
  { right: 'gbk', wrong: 'big5' },
  { right: 'big5', wrong: 'gbk' },
];

const nameOf = ({ right, wrong }: Step) => `${right} as ${wrong}`;

function toChain(...steps: readonly [Step, ...Step[]]): Chain {
  return { rule: steps.map(nameOf).join(' + '), steps, first: steps[0], last: steps.at(-1) ?? steps[0] };
}

/** Saved as UTF-8 after a misreading, and misread again. */
const double: readonly Chain[] = single
  .filter(({ right }) => right === 'utf-8')
  .flatMap((outer) => single.map((inner) => toChain(outer, inner)));

export const chains: readonly Chain[] = [...single.map((step) => toChain(step)), ...double];

/** What taking `step` back makes of a span. */
export function reread(span: TextSpan, { right, wrong }: Step, rules: RepairRules): Stretch[] {
  const charsets = rules.charsets();
  if (right === 'utf-8') return rereadUtf8(span, charsets[wrong]);
  const rereadDouble = charsets[wrong].isDouble ? rereadSwapped : rereadPairs;
  return rereadDouble(span, { wrong: charsets[wrong], right: charsets[right] }, rules);
}

/** What taking the second step of a chain back makes of what the first one gave. */
export function rereadAgain(outer: Stretch, step: Step, rules: RepairRules): Stretch[] {
  const text = settle(outer, rules.charsets()[step.wrong]);
  const span = { text, start: 0, end: text.length };
  return reread(span, step, rules).flatMap((inner) => compose(outer, inner) ?? []);
}

/** The text of `outer`, with holes filled that only one character of `wrong` fits. */
function settle({ text, holes }: Stretch, wrong: Charset): string {
  if (holes.length === 0) return text;
  const units = text.split('');
  for (const { at, options } of holes) {
    const [only, ...others] = options().filter(
      (option) => option.length === 1 && wrong.codeOf[option.charCodeAt(0)] !== 0,
    );
    if (only !== undefined && others.length === 0) units[at] = only;
  }
  return units.join('');
}
