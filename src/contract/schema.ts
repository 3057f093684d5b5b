/**
 * The contract between pipeline and site: what an edition's files hold.
 *
 * An edition is a folder `content/editions/<slug>/` with `zh-Hans.md`, `zh-Hant.md` (front matter:
 * {@link frontMatterSchema}) and `apparatus.json` ({@link apparatusSchema}).
 *
 * Offsets count **code points**. `start`/`end` point into the decoded witness; a `place` points into a block of the
 * edition and is the same in both scripts, because conversion keeps the length.
 */
import { z } from 'zod';
import {
  blockKinds,
  certainties,
  emendationKinds,
  extractions,
  languages,
  normalisationKinds,
  removalKinds,
  scripts,
  standards,
  titleSources,
} from './vocabulary.ts';

export * from './vocabulary.ts';

const offset = z.number().int().nonnegative();
const span = { start: offset, end: offset };

const certainty = z.enum(certainties);

/**
 * Where in the edition a record shows: `block` is `title` or a block's `id`; `start`/`end` are code points into the
 * plain text of that block (equal for a place where something is gone).
 */
const placeSchema = z.strictObject({ block: z.string(), ...span });

/** Why an emendation was made: facts, not sentences, so that every view can word them in its own language. */
const evidenceSchema = z.strictObject({
  /** The bytes behind the place, hexadecimal, `??` for a byte that was lost: `D2F2 ??E9`. */
  bytes: z.string().optional(),
  /** The reading that stood in the text: `yàn`. */
  reading: z.string().optional(),
  /** How many bytes had to be inferred. */
  inferred: z.number().int().optional(),
  /** Distance to the best other reading, in nats. */
  margin: z.number().optional(),
  /** Name of the rule or encoding at work: `utf-8 as gbk`. */
  rule: z.string().optional(),
});

/** One change to the words of the text. */
export const emendationSchema = z.strictObject({
  id: z.string(),
  ...span,
  sic: z.string(),
  corr: z.string(),
  kind: z.enum(emendationKinds),
  cert: certainty,
  evidence: evidenceSchema,
  alternatives: z.array(z.string()).optional(),
  place: placeSchema,
});

/** Damage left standing, because no reading is clearly best or because what is lost cannot be known. */
export const cruxSchema = z.strictObject({
  id: z.string(),
  ...span,
  sic: z.string(),
  reason: z.string(),
  alternatives: z.array(z.string()),
  place: placeSchema,
});

/** A stretch of the witness that is not the author's text. `sic` is absent where the words are withheld. */
const removalSchema = z.strictObject({
  id: z.string(),
  ...span,
  kind: z.enum(removalKinds),
  rule: z.string(),
  reason: z.string(),
  characters: z.number().int(),
  sic: z.string().optional(),
  place: placeSchema,
});

/** Something that may be spam or furniture and was kept. */
const doubtSchema = z.strictObject({
  ...span,
  rule: z.string(),
  reason: z.string(),
  place: placeSchema,
});

const normalisationSchema = z.strictObject({
  ...span,
  sic: z.string(),
  corr: z.string(),
  kind: z.enum(normalisationKinds),
});

/**
 * A block of the edition: `id` is `h1`, `h2` … for headings and `p1`, `p2` … for everything else, in order. Its plain
 * text is its lines (items, lines of verse or code, rows) joined by U+000A, without the signs of Markdown; code and
 * tables are the same in both scripts. A table is code in the language `table`.
 */
const blockSchema = z.strictObject({
  id: z.string().regex(/^[hp]\d+$/),
  kind: z.enum(blockKinds),
  /** Heading level as in Markdown, 2–6; headings only. */
  depth: z.number().int().min(2).max(6).optional(),
  characters: z.number().int(),
});

/**
 * A place where another witness, repaired and stripped as the first one was, reads otherwise: 一九九八年] 1998年.
 * Both readings are in Simplified, so that the script of a mirror is no reading; `lem` or `rdg` is empty where one of
 * them has nothing there. Differences in punctuation and blanks alone are not listed.
 */
const witnessReadingSchema = z.strictObject({
  place: placeSchema,
  lem: z.string(),
  rdg: z.string(),
});

/** A witness whose text is that of the edition. */
const otherWitnessSchema = z.strictObject({
  siglum: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  origin: z.string(),
  readings: z.array(witnessReadingSchema),
});

export const apparatusSchema = z.strictObject({
  version: z.literal(1),
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  witness: z.strictObject({
    siglum: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int(),
    characters: z.number().int(),
    encoding: z.string(),
    origin: z.string(),
    /** How the text was taken out of a page in HTML; `start`/`end` then point into what was taken out. */
    extraction: z.enum(extractions).optional(),
  }),
  witnesses: z.array(otherWitnessSchema).optional(),
  script: z.enum(scripts),
  /** The OpenCC configuration of the Traditional text. */
  standard: z.enum(standards),
  blocks: z.array(blockSchema),
  emendations: z.array(emendationSchema),
  cruces: z.array(cruxSchema),
  removals: z.array(removalSchema),
  doubts: z.array(doubtSchema),
  normalisations: z.array(normalisationSchema),
});

/** What a text says of itself. */
const metadataSchema = z.strictObject({
  title: z.string().min(1),
  author: z.string().optional(),
  publisher: z.string().optional(),
  /** ISO 8601 calendar date, as much of it as the page states. */
  date: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .optional(),
  description: z.string().optional(),
});

/** Front matter of `zh-Hans.md` and `zh-Hant.md`. `characters` counts the code points of all blocks. */
export const frontMatterSchema = metadataSchema.extend({
  titleSource: z.enum(titleSources),
  lang: z.enum(languages),
  slug: z.string(),
  characters: z.number().int(),
});

/** What is wrong with a sidecar as a whole: it is no object, or has a field it should not have. */
function describeSidecar(issue: { code?: string; keys?: unknown }): string {
  if (issue.code !== 'unrecognized_keys')
    return 'it must be an object in braces; write one with "file", "sha256" and "origin"';
  const fields = (issue.keys as string[]).map((key) => `"${key}"`).join(', ');
  return `${fields} is no field of it; take it out, or name it "file", "sha256", "origin" or "slug"`;
}

const required = {
  file: '"file" must be the name of the text beside it, without a folder; write a name such as "page.txt"',
  sha256:
    '"sha256" must be 64 of the characters 0–9 and a–f; copy the sum of the text, as sha256sum prints it',
  origin: '"origin" must say where the text comes from; write a sentence or an address',
  slug: '"slug" must be a–z, 0–9 and single hyphens between them; write one such as "river-letter", or leave it out',
};

/** `content/witnesses/<siglum>/witness.json`. The messages of its errors are for people and end with what to do. */
export const witnessSchema = z.strictObject(
  {
    /** File name of the text beside this sidecar. */
    file: z.string(required.file).regex(/^[^/\\]+$/, required.file),
    sha256: z.string(required.sha256).regex(/^[0-9a-f]{64}$/, required.sha256),
    /** Where the text comes from, in a sentence or as an address. */
    origin: z.string(required.origin).regex(/\S/, required.origin),
    /** Address of the edition; the siglum when absent. */
    slug: z
      .string(required.slug)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, required.slug)
      .optional(),
  },
  { error: describeSidecar },
);

export type Place = z.infer<typeof placeSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Emendation = z.infer<typeof emendationSchema>;
export type Crux = z.infer<typeof cruxSchema>;
export type Removal = z.infer<typeof removalSchema>;
export type Normalisation = z.infer<typeof normalisationSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Apparatus = z.infer<typeof apparatusSchema>;
export type Metadata = z.infer<typeof metadataSchema>;
export type FrontMatter = z.infer<typeof frontMatterSchema>;
export type OtherWitness = z.infer<typeof otherWitnessSchema>;
export type WitnessSidecar = z.infer<typeof witnessSchema>;
