/** Character references left in running text: 我们知道#xff0c; → 我们知道，. Where references are the subject, they stay. */
import { amend, type Edit, emend, type Reading } from '../reading.ts';
import { REFERENCES, ROUNDS } from './constants.ts';
import { findReferences, type Group, groupsOf, mayHaveReferences } from './references.ts';
import type { RepairRules } from './rules.ts';

const TAG = /<\/[a-z][\w-]*\s*>|<(?:a|img|div|span|p|br|td|li)\b[^<>]{0,400}>/gi;

/**
 * `reading` with the references of its running text replaced by what they stand for. In source code only numeric
 * references of Chinese characters are; `&lt;` stays there.
 */
export function repairEntities(reading: Reading, rules: RepairRules): Reading {
  let current = reading;
  for (let round = 0; round < ROUNDS.references && mayHaveReferences(current.text, rules.entities); round++) {
    const edits = editsOf(current.text, rules);
    if (edits.length === 0) break;
    current = amend(current, edits);
  }
  return current;
}

function editsOf(text: string, rules: RepairRules): Edit[] {
  const groups = groupsOf(text, findReferences(text, rules.entities(), rules.charsets));
  if (groups.length === 0) return [];
  const isMarkup = (text.match(TAG)?.length ?? 0) >= REFERENCES.tagsOfMarkup;
  const isAbout = () => rules.patterns().aboutReferences.test(text);
  const chosen = isMarkup ? groups.map(chineseOnly) : chooseInProse(groups, isAbout);
  return chosen.flatMap(({ references }) =>
    references.map((reference) =>
      emend(reference, reference.character, {
        kind: 'entity',
        cert: 'high',
        evidence: { rule: text.slice(reference.start, reference.end) },
      }),
    ),
  );
}

function isMeant(prose: readonly Group[]): boolean {
  return (
    prose.length < REFERENCES.named &&
    prose.every(
      ({ references }) => references.length === 1 && references.every(({ isNumeric }) => !isNumeric),
    )
  );
}

/** Source code: what is Chinese and numeric, with an ampersand. */
function chineseOnly({ references, ...group }: Group): Group {
  const isChinese = ({ character, isNumeric, isStripped }: Group['references'][number]) =>
    isNumeric && !isStripped && /[\u2010-\u2027\u3001-\u3029\u3400-\u9fff\uff01-\uff5e]/.test(character);
  const chinese = references.filter(isChinese);
  const isText =
    chinese.filter(({ character }) => /[\u3400-\u9fff]/.test(character)).length > 1 || group.isAmidHan;
  return { ...group, references: isText ? chinese : [] };
}

function chooseInProse(groups: readonly Group[], isAbout: () => boolean): readonly Group[] {
  const prose = groups.filter(({ isAmidHan, isCode }) => isAmidHan && !isCode);
  const code = groups.filter(({ isCode }) => isCode).length;
  if (prose.length === 0 || code > REFERENCES.shareInCode * groups.length) return [];
  if (isAbout() || isMeant(prose)) return [];
  return prose.length < REFERENCES.many
    ? prose
    : groups.filter(({ isCode, isStripped, isAmidHan }) => !isCode && (!isStripped || isAmidHan));
}
