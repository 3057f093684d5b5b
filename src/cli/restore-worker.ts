/** What `zhengben restore` does with a document or a line, in this thread or another. */
import type { Edition, Witness } from '../contract/edition.ts';
import type { Language, RemovalKind } from '../contract/schema.ts';
import type { Standard } from '../contract/vocabulary.ts';
import { createTaskWorker, type Line } from '../corpus/do-tasks.ts';
import { toFiles } from '../corpus/editions/edition-files.ts';
import type { JsonObject } from '../corpus/json-lines.ts';
import { loadRules } from '../corpus/load-rules.ts';
import { refuseNothing } from '../corpus/refuse-nothing.ts';
import { sha256 } from '../corpus/sha256.ts';
import type { DocumentTask, Done } from '../corpus/tasks.ts';
import { toSlug } from '../corpus/to-slug.ts';
import { witnessLanguage } from '../edition/witness-language.ts';
import { toDocumentJson, toRecord } from '../formats/edition-record.ts';
import { signEdition } from '../pipeline/collate/group-alike.ts';
import { type RestoreOptions, restore } from '../pipeline/index.ts';
import type { Rules } from '../pipeline/rules.ts';
import { type Summary, summarize } from './summarize.ts';

export interface RestoreSettings {
  /** `editions`: the files of each; `markdown`: the text; `json`: an object for each document; `lines`: one for each line. */
  readonly show: 'editions' | 'markdown' | 'json' | 'lines';
  /** Script of the Markdown; the text's own when absent. */
  readonly script?: Language;
  readonly standard: Standard;
  /** Kinds of removals that are put back. */
  readonly keep: readonly RemovalKind[];
  /** Say of each what the report wants to know. */
  readonly isSummarized: boolean;
}

/** A text that was restored. */
export interface Restored extends Done {
  readonly shown: string;
  readonly slug: string;
  /** The `id` of its line, where that is short enough to remember. */
  readonly id?: unknown;
  /** The files of its edition. */
  readonly files?: ReadonlyMap<string, string>;
  /** For finding it again in another mirror; absent for a text too short to tell. */
  readonly signature?: Uint16Array;
  readonly summary?: Summary;
}

/** The worker of a run of `restore`. */
export function startWorker(settings: RestoreSettings) {
  const rules = loadRules();
  const options = { standard: settings.standard, keep: new Set(settings.keep) };
  const describe = (name: string, edition: Edition, object?: JsonObject) =>
    describeEdition(edition, { name, settings, rules, ...(object && { object }) });
  return createTaskWorker<Restored>({
    isJsonl: settings.show === 'lines',
    doDocument(bytes, task) {
      const edition = restoreDocument(bytes, task, { rules, options });
      refuseNothing(edition);
      return describe(task.name, edition);
    },
    doLine(line) {
      const { name, object } = line;
      const edition = restoreLine(line, { rules, options });
      if (settings.show !== 'lines') refuseEmptyLine(edition);
      return { ...describe(name, edition, object), ...(isShort(object.id) && { id: object.id }) };
    },
  });
}

interface Means {
  readonly rules: Rules;
  readonly options: RestoreOptions;
}

function restoreDocument(
  bytes: Uint8Array,
  { target, path }: DocumentTask,
  { rules, options }: Means,
): Edition {
  const file = path === undefined ? '' : target; // standard input has no name that would say what it is
  return restore({ ...toWitness(bytes, toSlug(target), target), file }, rules, options);
}

function restoreLine({ object, text, name, number, target }: Line, { rules, options }: Means): Edition {
  const { id, url } = object;
  const slug = toSlug(`${target}-${isShort(id) ? id : number}`);
  const witness = toWitness(new TextEncoder().encode(text), slug, typeof url === 'string' ? url : name);
  return restore({ ...witness, text }, rules, options);
}

function toWitness(bytes: Uint8Array, slug: string, origin: string): Witness {
  return { siglum: slug, slug, sha256: sha256(bytes), origin, bytes };
}

/** Ids that are worth a name, and worth remembering until the end of the run. */
const isShort = (id: unknown) => (typeof id === 'string' && id.length <= 100) || typeof id === 'number';

function refuseEmptyLine({ apparatus }: Edition): void {
  if (apparatus.blocks.length > 0) return;
  throw new Error('The line has nothing of an article in it; leave it out.');
}

interface Context {
  readonly name: string;
  readonly settings: RestoreSettings;
  readonly rules: Rules;
  /** The line's object. */
  readonly object?: JsonObject;
}

function describeEdition(edition: Edition, { name, settings, rules, object }: Context): Restored {
  const signature = signEdition(edition, rules.repair.fold);
  return {
    kind: 'done',
    name,
    slug: edition.apparatus.slug,
    shown: showEdition(edition, settings, object),
    ...(settings.show === 'editions' && { files: toFiles(edition) }),
    ...(signature && { signature }),
    ...(settings.isSummarized && { summary: summarize(edition) }),
  };
}

function showEdition(
  edition: Edition,
  { show, script }: RestoreSettings,
  { text, ...line }: JsonObject = {},
): string {
  if (show === 'editions') return '';
  if (show === 'markdown') return edition.markdown[script ?? witnessLanguage(edition.apparatus.script)];
  if (show === 'json') return `${toDocumentJson(edition)}\n`;
  return `${JSON.stringify({ ...line, ...toRecord(edition) })}\n`;
}
