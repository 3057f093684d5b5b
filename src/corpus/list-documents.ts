/** From the paths of a command line to the documents they stand for. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { isApparatusOf } from './apparatus-name.ts';
import { describeFailure, UsageError } from './failure.ts';
import { quote } from './quote.ts';

/** One text to work on. */
export interface Document {
  /** As messages name it. */
  readonly name: string;
  /** Where to read it; absent for standard input. */
  readonly path?: string;
  /** Where it goes below the folder of the output, and what records call it. */
  readonly target: string;
}

export interface Listing {
  readonly documents: readonly Document[];
  /** One sentence for each path that cannot be used. */
  readonly problems: readonly string[];
}

const standardInput: Document = { name: 'standard input', target: 'stdin.txt' };

/** {@link listDocuments}; standard input where there are no paths. */
export function listInputs(paths: readonly string[], except?: string): Listing {
  return paths.length === 0 ? { documents: [standardInput], problems: [] } : listDocuments(paths, except);
}

/**
 * The documents at `paths`, in the order given; those of a folder sorted by name, except hidden ones, records of earlier
 * repairs and the folder `except`. A folder is read once: one that links lead back to is a problem.
 */
function listDocuments(paths: readonly string[], except?: string): Listing {
  const documents: Document[] = [];
  const problems: string[] = [];
  const read = new Map<string, string>(); // real path → the name it was read under
  const avoided = except !== undefined && existsSync(except) ? realpathSync(except) : undefined;

  const attempt = (name: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      problems.push(describeFailure(name, error));
    }
  };
  const visit = (path: string, root: string) => {
    const found = statSync(path);
    if (found.isDirectory()) visitFolder(path, root);
    else if (!found.isFile() && path !== root) throw new Error('is a pipe, socket or device; leave it out');
    else
      documents.push({
        name: path,
        path,
        target: path === root ? basename(resolve(path)) : relative(root, path),
      });
  };
  const visitFolder = (path: string, root: string) => {
    const real = realpathSync(path);
    if (real === avoided) return;
    const known = read.get(real);
    if (known !== undefined) return void problems.push(describeLoop(path, known));
    read.set(real, path);
    for (const name of namesIn(path)) attempt(join(path, name), () => visit(join(path, name), root));
  };
  for (const path of unique(paths)) {
    if (avoided !== undefined && existsSync(path) && realpathSync(path) === avoided) {
      throw new UsageError(`${quote(path)} is the folder of --out as well; name another for --out.`);
    }
    if (path === '-') documents.push(standardInput);
    else attempt(path, () => visit(path, path));
  }
  return { documents, problems };
}

function unique(paths: readonly string[]): string[] {
  return [...new Map(paths.map((path) => [path === '-' ? path : resolve(path), path])).values()];
}

function describeLoop(path: string, known: string): string {
  return `${quote(path)} leads back to the folder ${quote(known)}, which is read already; remove the link, or name the folder once.`;
}

function namesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const present = new Set(names);
  return names.filter((name) => !isApparatusOf(name, present)).sort();
}
