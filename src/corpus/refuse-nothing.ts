import type { Edition } from '../contract/edition.ts';

/**
 * Throws a sentence, without its subject, where nothing is left of a witness. One with nothing left and nothing taken out
 * has held nothing but blanks, whatever its encoding.
 */
export function refuseNothing({ apparatus }: Edition): void {
  if (apparatus.blocks.length > 0) return;
  throw new Error(
    apparatus.removals.length === 0
      ? 'is empty; fetch it again, or leave it out'
      : 'has nothing of an article left when spam and furniture are gone; leave it out, or see the rules in src/data/strip',
  );
}
