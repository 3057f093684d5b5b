/** From a folder of witnesses to a folder of editions. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { type Edition, type Rules, restore, type Witness } from '../pipeline/index.ts';
import { isSame, listEditions, recover, toFiles, writeEdition } from './edition-files.ts';
import { readWitness } from './read-witness.ts';

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
  /** Slugs of editions whose witness is gone. */
  readonly orphans: readonly string[];
}

/** Build every edition that can be built; trouble with one witness is reported and leaves the others unharmed. */
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
  const outcomes = new Map<string, Outcome>();
  const witnesses = listFolders(root).flatMap((siglum) => attempt(() => readWitness(root, siglum)) ?? []);
  for (const witness of refuseDoubles(witnesses, problems)) {
    const outcome = attempt(() => buildEdition(witness, rules, editions, check));
    if (outcome === undefined) continue;
    outcomes.set(witness.slug, outcome);
    onDone?.(witness.slug, outcome);
  }
  const known = new Set(witnesses.map(({ slug }) => slug));
  const orphans = problems.length > 0 ? [] : listEditions(editions).filter((slug) => !known.has(slug));
  return { outcomes, problems, orphans };
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

function refuseDoubles(witnesses: readonly Witness[], problems: string[]): Witness[] {
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

function buildEdition(witness: Witness, rules: Rules, root: string, check: boolean): Outcome {
  const edition = attemptRestore(witness, rules);
  refuseEmpty(witness, edition);
  const files = toFiles(edition);
  if (isSame(root, witness.slug, files)) return 'unchanged';
  if (check) return 'differs';
  writeEdition(root, witness.slug, files);
  return 'written';
}

/** A witness with nothing left of it and nothing taken out has held nothing but blanks, whatever its encoding. */
function refuseEmpty({ siglum }: Witness, { apparatus }: Edition): void {
  if (apparatus.blocks.length > 0) return;
  throw new Error(
    apparatus.removals.length === 0
      ? `The text of witness “${siglum}” is empty; fetch it again, or remove the folder.`
      : `Nothing of an article is left of witness “${siglum}”; remove its folder, or see the rules in src/data/strip.`,
  );
}

function attemptRestore(witness: Witness, rules: Rules): Edition {
  try {
    return restore(witness, rules);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`Witness “${witness.siglum}” cannot be restored: ${message}`, { cause: error });
  }
}
