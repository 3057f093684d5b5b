/** The map of the flow: bytes → decode → extract → repair → page → strip → structure → convert → compile; many → collate. */
import type { Edition, Witness } from '../contract/edition.ts';
import { type Collated, collate } from './collate/collate.ts';
import { compile } from './compile/compile.ts';
import { type ConvertOptions, convert } from './convert/convert.ts';
import { decodeWitness } from './decode/decode.ts';
import { extract } from './extract/extract.ts';
import { readPage } from './page/page.ts';
import { repair } from './repair/repair.ts';
import type { Rules } from './rules.ts';
import { type StripOptions, strip } from './strip/strip.ts';
import { structure } from './structure/structure.ts';

/** Which Traditional to write, which removals not to make, which detectors not to ask. */
export type RestoreOptions = ConvertOptions & StripOptions;

/**
 * The edition of `witness`: its text restored, in both scripts, with a record of every change; of a page in HTML, that of
 * its article. What the phases hand on is a reading: the decoded witness, the text as it stands now, and all edits that
 * lead from the one to the other. Throws a sentence, without its subject and without a full stop, when nothing can be
 * read of the bytes; any other trouble is a crux or a doubt of the apparatus.
 */
export function restore(witness: Witness, rules: Rules, options: RestoreOptions = {}): Edition {
  const received = extract(decodeWitness(witness, rules.decode), witness.file);
  const repaired = repair(received.reading, rules.repair);
  const page = readPage(repaired, rules.page);
  const stripped = strip(page, rules.strip, options);
  const structured = structure(stripped, rules.structure, page.site);
  return compile(witness, received, convert(structured, rules.convert, options));
}

/** The editions of `witnesses` that are like each other: each text once, with the readings of its other witnesses. */
export function restoreAlike(
  witnesses: readonly Witness[],
  rules: Rules,
  options: RestoreOptions = {},
): Collated {
  const editions = witnesses.map((witness) => restore(witness, rules, options));
  return collate(editions, rules.repair.fold);
}
