/** `zhengben repair`: what of a text is asked for, and where it goes. */
import { UsageError } from '../corpus/failure.ts';
import { type Listing, listInputs } from '../corpus/list-documents.ts';
import { openOutput } from '../corpus/output-folder.ts';
import { refuseCollisions } from '../corpus/refuse-collisions.ts';
import { runTasks } from '../corpus/run-tasks.ts';
import { hasColors } from './colors.ts';
import { parseOptions, readJobs } from './parse-options.ts';
import type { Repaired, RepairSettings } from './repair-worker.ts';

const options = {
  out: { type: 'string' },
  explain: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  jobs: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseOptions<typeof options>>['values'];

/** Repair what `args` name; the exit code is 1 when something of it failed. */
export async function repairCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions('repair', args, options);
  const { out } = values;
  const settings = toSettings(values);
  const jobs = readJobs(values.jobs) ?? 1;
  const all = withoutGz(listInputs(positionals, out));
  const listing = out === undefined ? all : refuseCollisions(all);
  const writeOutput = out === undefined ? undefined : openOutput(out, all.documents);
  return await runTasks<Repaired>({
    listing,
    hasLines: () => values.jsonl,
    isJsonl: values.jsonl,
    jobs,
    module: new URL('./repair-worker.ts', import.meta.url),
    settings,
    hasPieces: true,
    verb: 'repaired',
    publish({ files, shown }) {
      if (files) writeOutput?.(files);
      return shown;
    },
  });
}

function toSettings({ out, explain, json, jsonl }: Values): RepairSettings {
  if (explain && json) throw new UsageError('--explain and --json do not go together; choose one.');
  if (jsonl && (explain || json || out !== undefined))
    throw new UsageError(
      '--jsonl goes from standard input, or files of lines, to standard output; leave the other options away.',
    );
  const show = jsonl
    ? 'lines'
    : explain
      ? 'explanation'
      : json
        ? 'json'
        : out === undefined
          ? 'text'
          : 'nothing';
  return { show, isColored: explain && hasColors(process.stdout), isWritten: out !== undefined };
}

/** The ending of a packed file that has a name without it, which `..gz` has not. */
const GZ = /(?<=[^./\\])\.gz$/i;

/** What was packed is a text to whoever gets it: `page.txt.gz` → `page.txt`. */
function withoutGz({ documents, problems }: Listing): Listing {
  return {
    documents: documents.map((document) => ({
      ...document,
      target: document.target.replace(GZ, ''),
    })),
    problems,
  };
}
