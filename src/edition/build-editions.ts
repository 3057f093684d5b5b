/** From a folder of witnesses to a folder of editions. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Edition, Rules } from '../pipeline/index.ts';
import { isSame, listEditions, recover, toFiles, writeEdition } from './edition-files.ts';
import { publishOnce } from './publish-once.ts';
import { type NamedWitness, readWitness } from './read-witness.ts';
import { restoreWitness } from './restore-witness.ts';

export interface BuildOptions {
  /** Folder with a folder per witness. */
  readonly witnesses: string;
  /** Folder that gets a folder per edition. */
  readonly editions: string;
  /** Write no edition; say what would change. */
  readonly check?: boolean;
  /** Told after each edition, for showing progress. */
  readonly onDone?: (slug: string, outcome: Outcome) => void;
}

/** `differs` only when checking. */
export type Outcome = 'written' | 'unchanged' | 'differs';

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
 * Build every edition that can be built, and of each text one, however many witnesses it has. Trouble with one witness is reported
 * and leaves the others unharmed.
 */
export function buildEditions(rules: Rules, options: BuildOptions): BuildReport {
  const { witnesses: root, editions, check = false, onDone } = options;
  checkFolders(root, editions);
  recover(editions);
  const problems: string[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      problems.push((error as Error).message);
      return undefined;
    }
  };
  const witnesses = listFolders(root).flatMap((siglum) => attempt(() => readWitness(root, siglum)) ?? []);
  const made = refuseDoubles(witnesses, problems).flatMap(
    (witness) => attempt(() => attemptRestore(witness, rules)) ?? [],
  );
  const { published, notes } = publishOnce(made, rules.repair.fold);
  const outcomes = new Map<string, Outcome>();
  for (const edition of published) {
    const { slug } = edition.apparatus;
    const outcome = attempt(() => putInPlace(edition, editions, check));
    if (outcome === undefined) continue;
    outcomes.set(slug, outcome);
    onDone?.(slug, outcome);
  }
  const known = new Set(published.map(({ apparatus }) => apparatus.slug));
  const orphans = problems.length > 0 ? [] : listEditions(editions).filter((slug) => !known.has(slug));
  return { outcomes, problems, notes, orphans };
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

function refuseDoubles(witnesses: readonly NamedWitness[], problems: string[]): NamedWitness[] {
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

function putInPlace(edition: Edition, root: string, check: boolean): Outcome {
  const { slug } = edition.apparatus;
  const files = toFiles(edition);
  if (isSame(root, slug, files)) return 'unchanged';
  if (check) return 'differs';
  writeEdition(root, slug, files);
  return 'written';
}

function attemptRestore(witness: NamedWitness, rules: Rules): Edition {
  try {
    return restoreWitness(witness, witness.file, rules);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`Witness “${witness.siglum}” ${message}.`, { cause: error });
  }
}
