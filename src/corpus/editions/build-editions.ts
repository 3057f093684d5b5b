/** From a folder of witnesses to a folder of editions. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { groupAlike } from '../../pipeline/collate/group-alike.ts';
import type { Rules } from '../../pipeline/rules.ts';
import { readWitness, type WitnessDescription } from '../read-witness.ts';
import { listEditions, recover } from './edition-files.ts';
import { type KnownEditions, keyOf, openKnownEditions } from './known-editions.ts';
import type { Made, Outcome } from './make-edition.ts';
import { makeInThreads } from './make-in-threads.ts';
import { openPress } from './press.ts';

export type { Outcome } from './make-edition.ts';

export interface BuildOptions {
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
  return finish(survey(options), rules, options, new Map());
}

/** {@link buildEditions}, with the work of restoring many witnesses shared among threads. */
export async function buildEditionsInThreads(rules: Rules, options: BuildOptions): Promise<BuildReport> {
  const surveyed = survey(options);
  const { witnesses, known } = surveyed;
  const unknown = witnesses.filter((witness) => !known.find(keyOf(witness)));
  const made = await makeInThreads(unknown, foldersOf(options));
  return finish(surveyed, rules, options, made);
}

const foldersOf = ({ witnesses, editions, check = false }: BuildOptions) => ({ witnesses, editions, check });

/** The witnesses that there are, and what is known of them. */
interface Survey {
  readonly witnesses: readonly WitnessDescription[];
  readonly known: KnownEditions;
  readonly problems: string[];
}

function survey({ witnesses: root, editions, check = false, version }: BuildOptions): Survey {
  checkFolders(root, editions);
  recover(editions);
  const problems: string[] = [];
  const described = listFolders(root).flatMap(
    (siglum) => attempt(() => describeWitness(root, siglum), problems) ?? [],
  );
  const known = openKnownEditions(editions, check ? undefined : version);
  return { witnesses: refuseDoubles(described, problems), known, problems };
}

function finish(
  { witnesses, known, problems }: Survey,
  rules: Rules,
  options: BuildOptions,
  made: ReadonlyMap<string, Made>,
): BuildReport {
  const press = openPress({ ...foldersOf(options), rules, known, made });
  const proofs = witnesses.flatMap((witness) => attempt(() => press.prove(witness), problems) ?? []);
  const outcomes = new Map<string, Outcome>();
  const notes: string[] = [];
  for (const group of groupAlike(proofs)) {
    const published = attempt(() => press.publish(group), problems);
    notes.push(...(published?.notes ?? []));
    for (const [slug, outcome] of published?.outcomes ?? []) {
      outcomes.set(slug, outcome);
      options.onDone?.(slug, outcome);
    }
  }
  known.save();
  const orphans =
    problems.length > 0 ? [] : listEditions(options.editions).filter((slug) => !outcomes.has(slug));
  return { outcomes, problems, notes, orphans };
}

function attempt<T>(work: () => T, problems: string[]): T | undefined {
  try {
    return work();
  } catch (error) {
    problems.push((error as Error).message);
    return undefined;
  }
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
  return [...bySlug.values()].filter((group) => group.length === 1).map(([witness]) => witness!);
}
