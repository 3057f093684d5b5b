/** How an edition lists further witnesses of its text, in the sense of TEI's `app` and `rdg`. */
import { z } from 'zod';

const offset = z.number().int().nonnegative();

/**
 * A place where another witness, repaired and stripped as the first one was, reads otherwise: 一九九八年] 1998年.
 * Both readings are in Simplified, so that the script of a mirror is no reading; `lem` or `rdg` is empty where one of
 * them has nothing there. Differences in punctuation and blanks alone are not listed.
 */
export const witnessReadingSchema = z.strictObject({
  /** As in the schema of the apparatus. */
  place: z.strictObject({ block: z.string(), start: offset, end: offset }),
  lem: z.string(),
  rdg: z.string(),
});

/** A witness whose text is that of the edition. */
export const otherWitnessSchema = z.strictObject({
  siglum: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  origin: z.string(),
  readings: z.array(witnessReadingSchema),
});

export type WitnessReading = z.infer<typeof witnessReadingSchema>;
export type OtherWitness = z.infer<typeof otherWitnessSchema>;
