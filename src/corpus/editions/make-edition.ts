/** Making the edition of a witness, as far as that can be done without knowing the others: in this thread or another. */

import type { Edition } from '../../contract/edition.ts';
import { signEdition } from '../../pipeline/collate/group-alike.ts';
import type { Signature } from '../../pipeline/collate/signature.ts';
import { restore as restoreOne } from '../../pipeline/index.ts';
import type { Rules } from '../../pipeline/rules.ts';
import { readWitness, type WitnessDescription } from '../read-witness.ts';
import { refuseNothing } from '../refuse-nothing.ts';
import { discardStaged, isSame, placeStaged, type Staged, stageEdition, toFiles } from './edition-files.ts';

/** `differs` only when checking. */
export type Outcome = 'written' | 'unchanged' | 'differs';

/** An edition that stands ready to be published: `staged` where there is something to put in place. */
export interface Pending {
  readonly outcome: Outcome;
  readonly staged?: Staged;
}

/** What can be made of a witness alone: its edition and how its text looks, or the sentence that says why there is none. */
export type Made =
  | { readonly problem: string }
  | { readonly problem?: undefined; readonly signature: Signature | undefined; readonly edition: Pending };

export interface Folders {
  readonly witnesses: string;
  readonly editions: string;
  /** Write no edition. */
  readonly check: boolean;
}

/** Restores `witness` and prepares its edition. */
export function makeEdition(witness: WitnessDescription, rules: Rules, folders: Folders): Made {
  try {
    const edition = restore(witness, rules, folders);
    return { signature: signEdition(edition, rules.repair.fold), edition: prepare(edition, folders) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** The edition of `witness`. Throws a sentence where nothing can be made of it. */
export function restore({ siglum }: WitnessDescription, rules: Rules, { witnesses }: Folders): Edition {
  const witness = readWitness(witnesses, siglum);
  try {
    const edition = restoreOne(witness, rules);
    refuseNothing(edition);
    return edition;
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`Witness “${siglum}” ${message}.`, { cause: error });
  }
}

/** Nothing is written when checking, or where it would make no difference. */
export function prepare(edition: Edition, { editions, check }: Folders): Pending {
  const { slug } = edition.apparatus;
  const files = toFiles(edition);
  if (isSame(editions, slug, files)) return { outcome: 'unchanged' };
  return check ? { outcome: 'differs' } : { outcome: 'written', staged: stageEdition(editions, slug, files) };
}

/** Puts an edition in its place. */
export function publish({ outcome, staged }: Pending): Outcome {
  if (staged) placeStaged(staged);
  return outcome;
}

/** Forgets an edition that is not needed after all. */
export function discard({ staged }: Pending): void {
  if (staged) discardStaged(staged);
}
