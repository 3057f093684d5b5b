/** Who wrote a text, where its own sentences say so: at the head of a dispatch, and under the last line. */
import { foldPlain, isBody, type Line } from '../page/line.ts';
import type { MetaLine } from '../page/meta-line.ts';
import { cleanName, isPerson } from '../page/name.ts';
import { readDate } from '../page/read-date.ts';
import { fold } from '../text/fold.ts';
import * as limits from './constants.ts';
import type { Part } from './parts.ts';
import type { StructureRules } from './structure-rules.ts';

/**
 * Author and publisher from the first body line (新華社北京5月8日電（記者王小明）……) or from the last lines
 * (……（本報記者 王小明）, 新華社記者王小明攝, 作者簡介：王小明，……). The sentences stay where they are.
 */
export function readSignatures(parts: readonly Part[], rules: StructureRules): MetaLine[] {
  const prose = parts.filter(({ role }) => role === 'paragraph').map(({ line }) => line);
  const first = prose.find(isBody);
  const { dateline } = rules.signatures;
  const head = first && readNames(first.text.slice(0, limits.DATELINE_DEPTH), dateline, rules);
  const last = prose.slice(-limits.SIGNED_LINES);
  const tail = last.toReversed().flatMap(({ text }) => readEnd(text, rules) ?? []);
  return [...(head ? [head] : []), ...tail, ...readSigned(last, rules)];
}

/** The date under a letter or a notice, with or without name and place: 二〇一九年七月五日, 葉開 2012年3月於上海. */
export function readSignedDate(text: string, rules: StructureRules): MetaLine | undefined {
  const { name, date: words } = rules.structurePatterns.signed.exec(text)?.groups ?? {};
  const date = words === undefined ? undefined : readDate(words, rules.dates);
  return date === undefined ? undefined : { date, ...(name && { author: name.replace(/[ \u3000]/, '') }) };
}

/** Such a date, and on the line over it the writer's name, or the house that gives notice: 柳下市教育局. */
function readSigned(last: readonly Line[], rules: StructureRules): MetaLine[] {
  return last.flatMap(({ text }, i) => {
    const signed = readSignedDate(text, rules);
    const over = last[i - 1]?.text ?? '';
    const plain = foldPlain(over, rules.scripts.fold);
    const isIssuer =
      /^\p{Script=Han}{4,24}$/u.test(plain) && rules.issuerEndings.some((end) => plain.endsWith(end));
    if (signed === undefined || signed.author !== undefined) return signed ?? [];
    if (isIssuer) return { ...signed, publisher: over };
    return isPerson(over, rules) ? { ...signed, author: over } : signed;
  });
}

/** A signature after the last full stop, in brackets or not; or a note on the author. */
function readEnd(text: string, rules: StructureRules): MetaLine | undefined {
  const { about, credit } = rules.structurePatterns;
  const end = text.slice(-limits.SIGNATURE_DEPTH);
  return (
    readNames(text, about, rules) ??
    readNames(end, rules.signatures.reporter, rules) ??
    readNames(end, credit, rules)
  );
}

/** `pattern` is matched with the folded text, whose offsets are those of `text`. */
function readNames(text: string, pattern: RegExp, rules: StructureRules): MetaLine | undefined {
  const groups = pattern.exec(fold(text, rules.scripts.fold))?.indices?.groups;
  if (groups === undefined) return undefined;
  const words = (name: string) => groups[name] && text.slice(...groups[name]);
  const author = cleanName(words('name') ?? '', rules)?.replace(/[\s\u3000、]+/g, ' ');
  const publisher = words('house');
  return author ? { author, ...(publisher && { publisher }) } : undefined;
}
