/** From a file as received to its edition, whatever kind of file it is. */
import { decode, isBinary } from '../pipeline/decode/decode.ts';
import { extract, looksLikeHtml } from '../pipeline/extract/extract.ts';
import {
  type Edition,
  type RestoreOptions,
  type Rules,
  restoreText,
  type Witness,
} from '../pipeline/index.ts';

/**
 * The edition of `witness`, which is known as `file`; of a page in HTML, that of its article. Throws a sentence without
 * its subject, and without a full stop, when nothing can be made of it.
 */
export function restoreWitness(
  witness: Witness,
  file: string,
  rules: Rules,
  options: RestoreOptions = {},
): Edition {
  const decoded = decode(witness.bytes, rules);
  if (isBinary(decoded, rules))
    throw new Error('is no text in any encoding we know; save it as UTF-8, or leave it out');
  const text = decoded.text.toWellFormed(); // a lone surrogate of a UTF-16 file has no place in UTF-8
  const edition = isHtml(file, text)
    ? restorePage(witness, { ...decoded, text }, rules, options)
    : restoreText(witness, { ...decoded, text }, rules, options);
  refuseNothing(edition);
  return edition;
}

function restorePage(
  witness: Witness,
  { text: html, encoding }: Parameters<typeof restoreText>[1],
  rules: Rules,
  options: RestoreOptions,
): Edition {
  const { text, extraction } = extract(html);
  const edition = restoreText(witness, { text, encoding }, rules, options);
  const { apparatus } = edition;
  return { ...edition, apparatus: { ...apparatus, witness: { ...apparatus.witness, extraction } } };
}

/** Names that say what a file is are believed; others are looked into. */
function isHtml(file: string, text: string): boolean {
  const [, ending = ''] = /\.([a-z]+)(?:\.gz)?$/.exec(file.toLowerCase()) ?? [];
  if (/^x?html?$/.test(ending)) return true;
  return !/^(?:txt|md|markdown|jsonl)$/.test(ending) && looksLikeHtml(text);
}

/** A witness with nothing left of it and nothing taken out has held nothing but blanks, whatever its encoding. */
function refuseNothing({ apparatus }: Edition): void {
  if (apparatus.blocks.length > 0) return;
  throw new Error(
    apparatus.removals.length === 0
      ? 'is empty; fetch it again, or leave it out'
      : 'has nothing of an article left when spam and furniture are gone; leave it out, or see the rules in src/data/strip',
  );
}
