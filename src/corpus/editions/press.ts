/** Making editions from witnesses, and putting them in place when it is known which of them are of one text. */

import { collate } from '../../pipeline/collate/collate.ts';
import type { Signature } from '../../pipeline/collate/signature.ts';
import type { Rules } from '../../pipeline/rules.ts';
import type { WitnessDescription } from '../read-witness.ts';
import { type KnownEditions, keyOf } from './known-editions.ts';
import {
  discard,
  type Folders,
  type Made,
  makeEdition,
  type Outcome,
  type Pending,
  prepare,
  publish as publishOne,
  restore,
} from './make-edition.ts';

/** A witness, and how its text looks among others. */
export interface Proof {
  readonly witness: WitnessDescription;
  readonly key: string;
  readonly signature: Signature | undefined;
  /** The edition of this witness alone; none where it has not been restored, because it was known. */
  readonly edition?: Pending;
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

interface PressOptions extends Folders {
  readonly rules: Rules;
  readonly known: KnownEditions;
  /** By siglum what threads have made of witnesses; those that are missing are restored here. */
  readonly made: ReadonlyMap<string, Made>;
}

/**
 * A press for the editions in a folder. An edition depends on the witnesses of its group and on the rules, and on nothing
 * else: a group that is known with the same witnesses needs no work at all.
 */
export function openPress({ rules, known, made, ...folders }: PressOptions): Press {
  const prove = (witness: WitnessDescription): Proof => {
    const key = keyOf(witness);
    const found = known.find(key);
    if (found) return { witness, key, ...found };
    const result = made.get(witness.siglum) ?? makeEdition(witness, rules, folders);
    if (result.problem !== undefined) throw new Error(result.problem);
    const { signature, edition } = result;
    known.remember(key, { signature });
    return { witness, key, signature, edition };
  };

  const settle = (group: readonly Proof[]): Pressed => {
    for (const { edition } of group) if (edition) discard(edition);
    const restored = group.map(({ witness }) => restore(witness, rules, folders));
    const { published, notes } = collate(restored, rules.repair.fold);
    const outcomes = published.map(
      (edition) => [edition.apparatus.slug, publishOne(prepare(edition, folders))] as const,
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
      ? { outcomes: new Map([[witness.slug, publishOne(edition)]]), notes: [] }
      : settle(group);
    known.rememberPublished(keys, [...pressed.outcomes.keys()], pressed.notes);
    return pressed;
  };

  return { prove, publish };
}
