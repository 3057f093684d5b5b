/** `zhengben repair FILE…`: documents one at a time, whatever becomes of the others. */

import { describeFailure } from '../corpus/failure.ts';
import { type Document, listDocuments, standardInput } from '../corpus/list-documents.ts';
import { loadRepairRules } from '../corpus/load-repair-rules.ts';
import { openOutput } from '../corpus/output-folder.ts';
import { printApparatus } from '../corpus/print-apparatus.ts';
import { gatherBytes, readBytes } from '../corpus/read-bytes.ts';
import { refuseCollisions } from '../corpus/refuse-collisions.ts';
import { type RepairedDocument, repairDocument } from '../corpus/repair-document.ts';
import { readStandardInput, write } from '../corpus/streams.ts';
import type { RepairRules } from '../pipeline/repair/rules.ts';
import { hasColors } from './colors.ts';
import { explainDocument } from './explain-document.ts';
import { startReporter } from './reporter.ts';

export interface RepairFilesOptions {
  /** What goes to standard output. */
  readonly show: 'text' | 'explanation' | 'json' | 'nothing';
  /** Folder that gets texts and records. */
  readonly out?: string;
}

/** Repair the documents at `paths`, or standard input when there are none; gives the exit code. */
export async function repairFiles(
  paths: readonly string[],
  { show, out }: RepairFilesOptions,
): Promise<number> {
  const all = paths.length === 0 ? { documents: [standardInput], problems: [] } : listDocuments(paths, out);
  const { documents, problems } = out === undefined ? all : refuseCollisions(all);
  const output = out === undefined ? undefined : openOutput(out, all.documents);
  const rules = loadRepairRules();
  const reporter = startReporter('documents');
  problems.forEach(reporter.fail);
  for (const [index, document] of documents.entries()) {
    try {
      const repaired = await repairOne(document, rules);
      output?.(document.target, repaired.text, printApparatus(repaired.apparatus));
      await write(process.stdout, views[show](repaired, document.name));
    } catch (error) {
      reporter.fail(describeFailure(document.name, error));
    }
    reporter.show(index + 1, documents.length);
  }
  return reporter.end();
}

async function repairOne({ path, target }: Document, rules: RepairRules): Promise<RepairedDocument> {
  const bytes = await (path === undefined ? gatherBytes(readStandardInput()) : readBytes(path));
  return repairDocument(bytes, target, rules);
}

const views: Record<RepairFilesOptions['show'], (repaired: RepairedDocument, name: string) => string> = {
  text: ({ text }) => text,
  nothing: () => '',
  json: ({ text, apparatus }) => `${JSON.stringify({ ...apparatus, text })}\n`,
  explanation: (repaired, name) => explainDocument(repaired, name, hasColors(process.stdout)),
};
