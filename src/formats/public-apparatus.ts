import { type Apparatus, isWithheld } from '../contract/schema.ts';

/**
 * The apparatus as it is given away. The words of withheld removals are not in an edition; should one hold them all the
 * same, because somebody wrote it by hand, they go no further.
 */
export function toPublicApparatus(apparatus: Apparatus): Apparatus {
  return {
    ...apparatus,
    removals: apparatus.removals.map((removal) => {
      const { sic: _, ...rest } = removal;
      return isWithheld(removal.kind) ? rest : removal;
    }),
  };
}
