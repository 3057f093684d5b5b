/** From a folder of witnesses to a folder of editions. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { listEditions } from '../../edition/content-folder.ts';
import { groupAlike } from '../../pipeline/collate/group-alike.ts';
import type { Signature } from '../../pipeline/collate/signature.ts';
import type { Rules } from '../../pipeline/rules.ts';
import { describeFailure } from '../failure.ts';
import { readWitness, type WitnessDescription } from '../read-witness.ts';
import { type EditionCache, openEditionCache } from './edition-cache.ts';
import { recover } from './edition-files.ts';
import { restoreInThreads } from './restore-in-threads.ts';
import {
  discardEdition,
  type Folders,
  type Outcome,
  type PreparedEdition,
  prepareEdition,
  publishEdition,
  type RestoredWitness,
  restoreGroup,
  restoreWitness,
} from './restore-witness.ts';

interface BuildOptions {
  /** Folder with a folder per witness. */
  readonly witnesses: string;
  /** Folder that gets a folder per edition. */
  readonly editions: string;
  /** Write no edition; say what would change. */
  readonly check?: boolean;
  /**
   * Stands for the rules and the program, as `rulesVersion` gives it. With it, editions whose witnesses have not changed
   * since they were made are left as they are; without it, and when checking, all are made again.
   */
  readonly version?: string;
  /** Told after each edition, for showing progress. */
  readonly onDone?: (slug: string, outcome: Outcome) => void;
}

export interface BuildReport {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** One sentence per witness that got no edition, with what to do. */
  readonly problems: readonly string[];
  /** One sentence per witness that is listed with another of the same text, or is much like another. */
  readonly notes: readonly string[];
  /** Slugs of editions whose witness is gone. */
  readonly orphans: readonly string[];
}

/**
 * Build every edition that can be built, and of each text one, however many witnesses it has. Trouble with one witness is
 * reported and leaves the others unharmed. Texts are not all in memory at a time.
 */
export function buildEditions(rules: Rules, options: BuildOptions): BuildReport {
  return publishAll(findWitnesses(options), { rules, options, restored: new Map() });
}

/** {@link buildEditions}, with the work of restoring many witnesses shared among threads. */
export async function buildEditionsInThreads(rules: Rules, options: BuildOptions): Promise<BuildReport> {
  const found = findWitnesses(options);
  const unknown = found.witnesses.filter((witness) => !found.cache.findSignature(witness));
  const restored = await restoreInThreads(unknown, foldersOf(options));
  return publishAll(found, { rules, options, restored });
}

const foldersOf = ({ witnesses, editions, check = false }: BuildOptions) => ({ witnesses, editions, check });

/** The witnesses that there are, and what is known of them from the run before. */
interface FoundWitnesses {
  readonly witnesses: readonly WitnessDescription[];
  readonly cache: EditionCache;
  readonly problems: string[];
}

function findWitnesses({ witnesses: root, editions, check = false, version }: BuildOptions): FoundWitnesses {
  checkFolders(root, editions);
  recover(editions);
  const problems: string[] = [];
  const described = listFolders(root).flatMap((siglum) => {
    try {
      return [describeWitness(root, siglum)];
    } catch (error) {
      problems.push(problemOf(siglum, error));
      return [];
    }
  });
  const cache = openEditionCache(editions, check ? undefined : version);
  return { witnesses: refuseDoubles(described, problems), cache, problems };
}

/** Sentences of our own name their witness; what the machine says does not. */
function problemOf(siglum: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : describeFailure(siglum, error);
}

interface PublishOptions {
  readonly rules: Rules;
  readonly options: BuildOptions;
  /** By siglum what threads have restored; what is missing is restored here. */
  readonly restored: ReadonlyMap<string, RestoredWitness>;
}

function publishAll(
  { witnesses, cache, problems }: FoundWitnesses,
  { rules, options, restored }: PublishOptions,
): BuildReport {
  const folders = foldersOf(options);
  const signed = witnesses.flatMap((witness): SignedWitness[] => {
    const known = cache.findSignature(witness);
    if (known) return [{ witness, ...known }];
    const result = restored.get(witness.siglum) ?? restoreWitness(witness, rules, folders);
    if (result.problem !== undefined) {
      problems.push(result.problem);
      return [];
    }
    cache.keepSignature(witness, result.signature);
    return [{ witness, signature: result.signature, edition: result.edition }];
  });
  const outcomes = new Map<string, Outcome>();
  const notes: string[] = [];
  for (const group of groupAlike(signed)) {
    try {
      const published = publishGroup(group, { rules, cache, folders });
      notes.push(...published.notes);
      for (const [slug, outcome] of published.outcomes) {
        outcomes.set(slug, outcome);
        options.onDone?.(slug, outcome);
      }
    } catch (error) {
      problems.push(problemOf(group.map(({ witness }) => witness.siglum).join(', '), error));
    }
  }
  cache.save();
  const orphans =
    problems.length > 0 ? [] : listEditions(options.editions).filter((slug) => !outcomes.has(slug));
  return { outcomes, problems, notes, orphans };
}

/** A witness, and the signature of its text, by which those of one text are found. */
interface SignedWitness {
  readonly witness: WitnessDescription;
  readonly signature: Signature | undefined;
  /** The edition of this witness alone; none where it has not been restored, because it was known. */
  readonly edition?: PreparedEdition;
}

interface GroupOptions {
  readonly rules: Rules;
  readonly cache: EditionCache;
  readonly folders: Folders;
}

/** What became of each edition by slug, and what is to be said about it. */
interface PublishedGroup {
  readonly outcomes: readonly (readonly [slug: string, outcome: Outcome])[];
  readonly notes: readonly string[];
}

/**
 * Publishes the editions of witnesses that are alike. They depend on the witnesses of the group and on the rules, and on
 * nothing else: a group that is known with the same witnesses needs no work at all.
 */
function publishGroup(
  signed: readonly SignedWitness[],
  { rules, cache, folders }: GroupOptions,
): PublishedGroup {
  const [first, ...others] = signed;
  if (first === undefined) return { outcomes: [], notes: [] };
  const group = [first.witness, ...others.map(({ witness }) => witness)] as const;
  const before = cache.findPublished(group);
  if (before)
    return { outcomes: before.slugs.map((slug) => [slug, 'unchanged'] as const), notes: before.notes };
  const isReady = others.length === 0 && first.edition !== undefined;
  const published = isReady
    ? { outcomes: [[first.witness.slug, publishEdition(first.edition)] as const], notes: [] }
    : publishTogether(signed, rules, folders);
  const slugs = published.outcomes.map(([slug]) => slug);
  cache.keepPublished(group, slugs, published.notes);
  return published;
}

/** Restores the witnesses of a group anew, since of the known ones there is no text in memory, and publishes each text once. */
function publishTogether(signed: readonly SignedWitness[], rules: Rules, folders: Folders): PublishedGroup {
  for (const { edition } of signed) if (edition) discardEdition(edition);
  const group = signed.map(({ witness }) => witness);
  const { published, notes } = restoreGroup(group, rules, folders);
  const outcomes = published.map(
    (edition) => [edition.apparatus.slug, publishEdition(prepareEdition(edition, folders))] as const,
  );
  return { outcomes, notes };
}

/** A witness that has been checked, without its bytes: those of all do not fit into memory. */
function describeWitness(root: string, siglum: string): WitnessDescription {
  const { bytes: _, ...description } = readWitness(root, siglum);
  return description;
}

function checkFolders(witnesses: string, editions: string): void {
  if (!isFolder(witnesses))
    throw new Error(`There is no folder of witnesses at ${witnesses}; create it, with a folder per text.`);
  if (existsSync(editions) && !isFolder(editions))
    throw new Error(`${editions} is no folder; name another place for the editions, or move it away.`);
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function listFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

function refuseDoubles(witnesses: readonly WitnessDescription[], problems: string[]): WitnessDescription[] {
  const bySlug = Map.groupBy(witnesses, ({ slug }) => slug);
  for (const [slug, group] of bySlug) {
    if (group.length < 2) continue;
    const names = group.map(({ siglum }) => `“${siglum}”`).join(' and ');
    problems.push(
      `The witnesses ${names} have one slug, “${slug}”; give each a "slug" of its own in its witness.json.`,
    );
  }
  return [...bySlug.values()].filter((group) => group.length === 1).flat();
}
