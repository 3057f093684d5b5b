/** Restoring witnesses, and preparing an edition as far as that can be done without knowing the others. */
import type { Edition } from '../../contract/edition.ts';
import type { Collated } from '../../pipeline/collate/collate.ts';
import { signEdition } from '../../pipeline/collate/group-alike.ts';
import type { Signature } from '../../pipeline/collate/signature.ts';
import { restoreAlike } from '../../pipeline/index.ts';
import type { Rules } from '../../pipeline/rules.ts';
import { loadRules } from '../load-rules.ts';
import { readWitness, type WitnessDescription } from '../read-witness.ts';
import { refuseNothing } from '../refuse-nothing.ts';
import { discardStaged, isSame, placeStaged, type Staged, stageEdition, toFiles } from './edition-files.ts';

/** `differs` only when checking. */
export type Outcome = 'written' | 'unchanged' | 'differs';

/** An edition that stands ready to be published: `staged` where there is something to put in place. */
export interface PreparedEdition {
  readonly outcome: Outcome;
  readonly staged?: Staged;
}

/** What comes of a witness alone: its edition and the signature of its text, or the sentence that says why there is none. */
export type RestoredWitness =
  | { readonly problem: string }
  | {
      readonly problem?: undefined;
      readonly signature: Signature | undefined;
      readonly edition: PreparedEdition;
    };

export interface Folders {
  readonly witnesses: string;
  readonly editions: string;
  /** Write no edition. */
  readonly check: boolean;
}

/** Restores `witness` and prepares its edition. */
export function restoreWitness(witness: WitnessDescription, rules: Rules, folders: Folders): RestoredWitness {
  try {
    const [edition] = restoreGroup([witness], rules, folders).published;
    if (edition === undefined) throw new Error(`Witness “${witness.siglum}” was not published; report this.`);
    return { signature: signEdition(edition, rules.repair.fold), edition: prepareEdition(edition, folders) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** The editions of a group of witnesses that are alike. Throws a sentence where nothing can be made of them. */
export function restoreGroup(
  group: readonly WitnessDescription[],
  rules: Rules,
  { witnesses }: Pick<Folders, 'witnesses'>,
): Collated {
  const read = group.map(({ siglum }) => readWitness(witnesses, siglum));
  try {
    const collated = restoreAlike(read, rules);
    collated.published.forEach(refuseNothing);
    return collated;
  } catch (error) {
    const names = group.map(({ siglum }) => `“${siglum}”`).join(' or ');
    throw new Error(`Witness ${names} ${(error as Error).message}.`, { cause: error });
  }
}

/** Nothing is written when checking, or where it would make no difference. */
export function prepareEdition(edition: Edition, { editions, check }: Folders): PreparedEdition {
  const { slug } = edition.apparatus;
  const files = toFiles(edition);
  if (isSame(editions, slug, files)) return { outcome: 'unchanged' };
  return check ? { outcome: 'differs' } : { outcome: 'written', staged: stageEdition(editions, slug, files) };
}

/** Puts an edition in its place. */
export function publishEdition({ outcome, staged }: PreparedEdition): Outcome {
  if (staged) placeStaged(staged);
  return outcome;
}

/** Takes away an edition that is not needed after all. */
export function discardEdition({ staged }: PreparedEdition): void {
  if (staged) discardStaged(staged);
}

/** The work of a thread: it restores the witnesses of a task. */
export function startWorker(folders: Folders) {
  const rules = loadRules();
  return (witnesses: readonly WitnessDescription[]) =>
    witnesses.map((witness) => restoreWitness(witness, rules, folders));
}
