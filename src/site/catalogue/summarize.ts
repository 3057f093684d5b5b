import { z } from 'zod';
import { frontMatterSchema } from '../../contract/schema.ts';
import { countByBlock } from '../../edition/block-records.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';

/** What the catalogue shows of an edition. `damage` is the number of emendations in each block, in order. */
export const summarySchema = z.object({
  slug: z.string(),
  /** Of the witness. */
  siglum: z.string(),
  hant: frontMatterSchema,
  hans: frontMatterSchema,
  paragraphs: z.number().int(),
  emendations: z.number().int(),
  removals: z.number().int(),
  damage: z.array(z.number().int()),
  cruces: z.number().int(),
  /** Numbers of emendations by kind and certainty, and of removals by kind. */
  tally: z.object({
    emendations: z.record(z.string(), z.record(z.string(), z.number().int())),
    removals: z.record(z.string(), z.number().int()),
  }),
});

export type Summary = z.infer<typeof summarySchema>;

/** Reduces an edition to its catalogue entry. */
export function summarize({ slug, apparatus, frontMatter }: StoredEdition): Summary {
  return {
    slug,
    siglum: apparatus.witness.siglum,
    hant: frontMatter['zh-Hant'],
    hans: frontMatter['zh-Hans'],
    paragraphs: apparatus.blocks.filter((block) => block.kind !== 'heading').length,
    emendations: apparatus.emendations.length,
    removals: apparatus.removals.length,
    damage: countByBlock(apparatus),
    cruces: apparatus.cruces.length,
    tally: {
      emendations: mapValues(
        Object.groupBy(apparatus.emendations, ({ kind }) => kind),
        (records) => countBy(records, ({ cert }) => cert),
      ),
      removals: countBy(apparatus.removals, ({ kind }) => kind),
    },
  };
}

function countBy<T>(records: readonly T[], key: (record: T) => string): Record<string, number> {
  return mapValues(Object.groupBy(records, key), (group) => group.length);
}

function mapValues<T, U>(groups: Partial<Record<string, T[]>>, to: (group: T[]) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(groups).map(([key, group]) => [key, to(group ?? [])]));
}
