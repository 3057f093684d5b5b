/** `zhengben restore`: which of its ways of working is asked for. */
import { availableParallelism } from 'node:os';
import { type RemovalKind, removalKinds } from '../contract/schema.ts';
import { openEditions } from '../corpus/editions/editions-folder.ts';
import { UsageError } from '../corpus/failure.ts';
import { listInputs } from '../corpus/list-documents.ts';
import { quote } from '../corpus/quote.ts';
import { recognizeCopies, withCopy } from '../corpus/recognize-copies.ts';
import { runTasks } from '../corpus/run-tasks.ts';
import { createSimilarityIndex } from '../pipeline/collate/similarity-index.ts';
import { MOST_JOBS, parseOptions, readJobs } from './parse-options.ts';
import { openReport } from './report-file.ts';
import type { Restored, RestoreSettings } from './restore-worker.ts';

const options = {
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  script: { type: 'string' },
  standard: { type: 'string', default: 'tw' },
  keep: { type: 'string', multiple: true, default: [] as string[] },
  jobs: { type: 'string' },
  report: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseOptions<typeof options>>['values'];

/** Restore what `args` name; the exit code is 1 when something of it failed. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions('restore', args, options);
  const { out, jsonl } = values;
  const settings = toSettings(values);
  const jobs = readJobs(values.jobs) ?? Math.min(MOST_JOBS, availableParallelism());
  const listing = listInputs(positionals, out);
  const editions = out === undefined ? undefined : openEditions(out, listing.documents);
  const report = values.report === undefined ? undefined : openReport(values.report, listing.documents);
  const recognize = recognizeCopies(createSimilarityIndex());
  return await runTasks<Restored>({
    listing,
    hasLines: ({ target }) => jsonl || /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(target),
    isJsonl: jsonl,
    jobs,
    module: new URL('./restore-worker.ts', import.meta.url),
    settings,
    verb: 'restored',
    publish(restored) {
      editions?.write(restored);
      const copy = recognize(restored);
      if (copy !== undefined) editions?.suspect(restored, copy);
      report?.add(restored, copy);
      return copy === undefined || !(jsonl || values.json) ? restored.shown : withCopy(restored.shown, copy);
    },
    onFailure: ({ name, problem }) => report?.addFailure(name, problem),
    finish(reporter) {
      for (const note of editions?.settle() ?? []) reporter.note(note);
      report?.write();
    },
  });
}

function toSettings({ out, json, jsonl, script, standard, keep, report }: Values): RestoreSettings {
  const given = [
    out !== undefined && '--out',
    json && '--json',
    jsonl && '--jsonl',
    script !== undefined && '--script',
  ];
  const [one, other] = given.filter((option) => option !== false);
  if (other !== undefined) throw new UsageError(`${one} and ${other} do not go together; choose one.`);
  const language = script === undefined ? undefined : pick('--script', script, scripts);
  return {
    show: out !== undefined ? 'editions' : json ? 'json' : jsonl ? 'lines' : 'markdown',
    ...(language && { script: language }),
    standard: pick('--standard', standard, standards),
    keep: keep.map((kind) => pick('--keep', kind, kinds)),
    isSummarized: report !== undefined,
  };
}

const scripts = { hans: 'zh-Hans', hant: 'zh-Hant' } as const;
const standards = { tw: 's2tw', hk: 's2hk' } as const;
const kinds = Object.fromEntries(removalKinds.map((kind) => [kind, kind])) as Record<
  RemovalKind,
  RemovalKind
>;

function pick<T>(option: string, name: string, choices: Readonly<Record<string, T>>): T {
  const choice = new Map(Object.entries(choices)).get(name);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `${option} knows no ${quote(name)}; choose one of ${Object.keys(choices).join(', ')}.`,
  );
}
