/**
 * What `zhengben repair --out` writes beside a repaired text, as `NAME.apparatus.json`: the record of every emendation,
 * and with it all that `zhengben undo` needs to give the witness back byte for byte.
 *
 * Offsets count code points of the decoded witness, as in `schema.ts`.
 */
import { z } from 'zod';
import { cruxSchema, emendationSchema } from './schema.ts';
import { encodings, statuses } from './vocabulary.ts';

/** Bytes that the decoded text does not give back, in base64, for the characters from `start` to `end`. */
const rawSpanSchema = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  bytes: z.base64(),
});

export const repairApparatusSchema = z.strictObject({
  version: z.literal(1),
  witness: z.strictObject({
    /** Name of the file, with its folders below the one that was named. */
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().nonnegative(),
    encoding: z.enum(encodings),
    hasBom: z.boolean(),
    raw: z.array(rawSpanSchema),
  }),
  status: z.enum(statuses),
  emendations: z.array(emendationSchema.omit({ id: true, place: true })),
  cruces: z.array(cruxSchema.omit({ id: true, place: true })),
});

export type RepairApparatus = z.infer<typeof repairApparatusSchema>;
export type RepairEmendation = RepairApparatus['emendations'][number];
export type RepairCrux = RepairApparatus['cruces'][number];
