/** `--report FILE.html`: a page about a run, gathered while it goes on. */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeFailure, UsageError } from '../corpus/failure.ts';
import type { Document } from '../corpus/list-documents.ts';
import { realPaths } from '../corpus/output-folder.ts';
import { quote } from '../corpus/quote.ts';
import type { Copy } from '../corpus/recognize-copies.ts';
import { resolveLinks, writeFiles } from '../corpus/write-files.ts';
import { printReport } from './report/page.ts';
import { createTally } from './report/tally.ts';
import type { Restored } from './restore-worker.ts';

interface Report {
  /** A text was restored; `copy` is an earlier one that is like it. */
  add(restored: Restored, copy: Copy | undefined): void;
  addFailure(name: string, problem: string): void;
  /** Write the page. Throws a sentence when it cannot be written. */
  write(): void;
}

/** A report that will be written to `path`, which is none of `sources`. Refuses at once a place where it could not be. */
export function openReport(path: string, sources: readonly Document[]): Report {
  refuse(path, sources);
  const tally = createTally();
  return {
    add: tally.add,
    addFailure: tally.addFailure,
    write() {
      try {
        writeFiles([[path, printReport(tally.total())]]);
      } catch (error) {
        throw new Error(describeFailure(path, error), { cause: error });
      }
    },
  };
}

function refuse(path: string, sources: readonly Document[]): void {
  if (path === '') throw new UsageError('--report wants the name of a file, not an empty one.');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--report wants a file, and ${quote(path)} is a folder; name another.`);
  if (!existsSync(dirname(path)))
    throw new UsageError(`--report: there is no folder ${quote(dirname(path))}; make it first.`);
  if (existsSync(path) && realPaths(sources).has(resolveLinks(path)))
    throw new UsageError(
      `--report would write over ${quote(path)}, which is to be restored; name another file.`,
    );
}
