/** `zhengben restore`: which of its ways of working is asked for. */
import { availableParallelism } from 'node:os';
import { type RemovalKind, removalKinds } from '../contract/schema.ts';
import { quote } from '../corpus/quote.ts';
import { UsageError } from '../corpus/usage-error.ts';
import { parseOptions } from './parse-options.ts';
import type { RestoreSettings } from './restore-task.ts';

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
  const { out, report } = values;
  const settings = toSettings(values);
  const jobs = toJobs(values.jobs);
  const { restoreAll } = await import('./restore-all.ts');
  return await restoreAll(positionals, {
    settings,
    jobs,
    ...(out !== undefined && { out }),
    ...(report !== undefined && { report }),
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
  if (Object.hasOwn(choices, name)) return choices[name]!;
  throw new UsageError(
    `${option} knows no ${quote(name)}; choose one of ${Object.keys(choices).join(', ')}.`,
  );
}

const MOST_JOBS = 64;

function toJobs(value: string | undefined): number {
  if (value === undefined) return Math.min(MOST_JOBS, availableParallelism());
  if (/^[1-9]\d?$/.test(value) && Number(value) <= MOST_JOBS) return Number(value);
  throw new UsageError(`--jobs wants a number from 1 to ${MOST_JOBS}, not ${quote(value)}.`);
}
