/** Making editions from witnesses, and putting them in place when it is known which of them are of one text. */
import type { Signature } from '../pipeline/collate/signature.ts';
import type { Edition, Rules } from '../pipeline/index.ts';
import { isSame, stageEdition, toFiles } from './edition-files.ts';
import { signEdition } from './group-alike.ts';
import { type KnownEditions, keyOf } from './known-editions.ts';
import { publishOnce } from './publish-once.ts';
import { readWitness, type WitnessDescription } from './read-witness.ts';
import { restoreWitness } from './restore-witness.ts';

/** `differs` only when checking. */
export type Outcome = 'written' | 'unchanged' | 'differs';

/** A witness, and how its text looks among others. */
export interface Proof {
  readonly witness: WitnessDescription;
  readonly key: string;
  readonly signature: Signature | undefined;
  /** The edition of this witness alone; none where it has not been restored, because it was known. */
  readonly edition?: Pending;
}

/** An edition that stands ready to be published. */
interface Pending {
  readonly publish: () => Outcome;
  readonly discard: () => void;
}

export interface Press {
  /** Restores a witness, unless how it looks is known. Throws a sentence where nothing can be made of it. */
  readonly prove: (witness: WitnessDescription) => Proof;
  /** Publishes the editions of a group of witnesses that are alike. */
  readonly publish: (group: readonly Proof[]) => Pressed;
}

/** What became of each edition by slug, and what is to be said about it. */
interface Pressed {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly notes: readonly string[];
}

interface PressOptions {
  readonly rules: Rules;
  /** Folders of witnesses and editions. */
  readonly witnesses: string;
  readonly editions: string;
  readonly check: boolean;
  readonly known: KnownEditions;
}

/**
 * A press for the editions in a folder. An edition depends on the witnesses of its group and on the rules, and on nothing
 * else: a group that is known with the same witnesses needs no work at all.
 */
export function openPress({ rules, witnesses, editions, check, known }: PressOptions): Press {
  const prepare = (edition: Edition) => prepareEdition(edition, editions, check);

  const prove = (witness: WitnessDescription): Proof => {
    const key = keyOf(witness);
    const found = known.find(key);
    if (found) return { witness, key, ...found };
    const edition = restore(witnesses, witness, rules);
    const signature = signEdition(edition, rules.repair.fold);
    known.remember(key, { signature });
    return { witness, key, signature, edition: prepare(edition) };
  };

  const settle = (group: readonly Proof[]): Pressed => {
    for (const { edition } of group) edition?.discard();
    const made = group.map(({ witness }) => restore(witnesses, witness, rules));
    const { published, notes } = publishOnce(made, rules.repair.fold);
    const outcomes = published.map(
      (edition) => [edition.apparatus.slug, prepare(edition).publish()] as const,
    );
    return { outcomes: new Map(outcomes), notes };
  };

  const publish = (group: readonly Proof[]): Pressed => {
    const keys = group.map(({ key }) => key);
    const before = known.findPublished(keys);
    if (before)
      return { outcomes: new Map(before.slugs.map((slug) => [slug, 'unchanged'])), notes: before.notes };
    const [{ witness, edition }] = group as readonly [Proof];
    const isReady = group.length === 1 && edition !== undefined;
    const pressed = isReady
      ? { outcomes: new Map([[witness.slug, edition.publish()]]), notes: [] }
      : settle(group);
    known.rememberPublished(keys, [...pressed.outcomes.keys()], pressed.notes);
    return pressed;
  };

  return { prove, publish };
}

/** Nothing is written when checking, or where it would make no difference. */
function prepareEdition(edition: Edition, root: string, check: boolean): Pending {
  const { slug } = edition.apparatus;
  const files = toFiles(edition);
  const nothing = (outcome: Outcome) => ({ publish: () => outcome, discard: () => {} });
  if (isSame(root, slug, files)) return nothing('unchanged');
  if (check) return nothing('differs');
  const { place, discard } = stageEdition(root, slug, files);
  return {
    publish: () => {
      place();
      return 'written';
    },
    discard,
  };
}

function restore(root: string, { siglum }: WitnessDescription, rules: Rules): Edition {
  const witness = readWitness(root, siglum);
  try {
    return restoreWitness(witness, witness.file, rules);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`Witness “${siglum}” ${message}.`, { cause: error });
  }
}
