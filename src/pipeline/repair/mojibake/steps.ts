/** The misreadings that are known, and taking one or two of them back. */
import type { RepairRules } from '../rules.ts';
import type { Charset, CharsetName, Charsets } from './charsets.ts';
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

/** Saved as UTF-8 after a misreading, and misread again. */
const double: readonly (readonly [Step, Step])[] = single
  .filter(({ right }) => right === 'utf-8')
  .flatMap((outer) => single.map((inner) => [outer, inner] as const));

export const chains: readonly Chain[] = [...single.map((step) => [step]), ...double].map((steps) => ({
  rule: steps.map(nameOf).join(' + '),
  steps,
}));

/** What taking `step` back makes of the units of `text` from `start` to `end`. */
export function reread(
  text: string,
  start: number,
  end: number,
  { right, wrong }: Step,
  charsets: Charsets,
  rules: RepairRules,
): Stretch[] {
  if (right === 'utf-8') return rereadUtf8(text, start, end, charsets[wrong]);
  const read = charsets[wrong].isDouble ? rereadSwapped : rereadPairs;
  return read(text, start, end, charsets[wrong], charsets[right], rules);
}

/** What taking the second step of a chain back makes of what the first one gave. */
export function rereadAgain(outer: Stretch, step: Step, charsets: Charsets, rules: RepairRules): Stretch[] {
  const text = settle(outer, charsets[step.wrong]);
  return reread(text, 0, text.length, step, charsets, rules).flatMap((inner) => compose(outer, inner) ?? []);
}

/** The text of `outer`, with holes filled that only one character of `wrong` fits. */
function settle({ text, holes }: Stretch, wrong: Charset): string {
  if (holes.length === 0) return text;
  const units = text.split('');
  for (const { at, options } of holes) {
    const able = options().filter(
      (option) => option.length === 1 && wrong.codeOf[option.charCodeAt(0)] !== 0,
    );
    if (able.length === 1) units[at] = able[0]!;
  }
  return units.join('');
}
