/** The work of one thread of `zhengben restore`: a task in, an outcome for each of its texts out. */
import { createHash } from 'node:crypto';
import type { Edition, Witness } from '../contract/edition.ts';
import { toFiles } from '../corpus/editions/edition-files.ts';
import { describeFailure } from '../corpus/failure.ts';
import type { JsonObject } from '../corpus/parse-json-object.ts';
import { readDocument } from '../corpus/read-input.ts';
import { readLine } from '../corpus/read-line.ts';
import { refuseNothing } from '../corpus/refuse-nothing.ts';
import { toSlug } from '../corpus/to-slug.ts';
import { bodyOf } from '../edition/load-edition.ts';
import { witnessLanguage } from '../edition/witness-language.ts';
import { toDocumentJson, toRecord } from '../formats/edition-record.ts';
import { computeSignature } from '../pipeline/collate/signature.ts';
import { restore } from '../pipeline/index.ts';
import type { Rules } from '../pipeline/rules.ts';
import type {
  DocumentTask,
  LinesTask,
  Outcome,
  Restored,
  RestoreSettings,
  RestoreTask,
} from './restore-task.ts';
import { summarize } from './summarize.ts';

export type Restorer = (task: RestoreTask) => Promise<Outcome[]>;

/** A {@link Restorer} by `rules` and `settings`. It never throws: what cannot be restored is an outcome, too. */
export function createRestorer(rules: Rules, settings: RestoreSettings): Restorer {
  const options = { standard: settings.standard, keep: new Set(settings.keep) };

  const restoreDocument = async ({ name, target, path, bytes }: DocumentTask): Promise<Outcome> => {
    try {
      const witness = toWitness(bytes ?? (await readDocument(path)), toSlug(target), target);
      const file = bytes === undefined ? target : ''; // standard input has no name that would say what it is
      const edition = restore({ ...witness, file }, rules, options);
      refuseNothing(edition);
      return describe(name, edition);
    } catch (error) {
      return { kind: 'failed', name, problem: describeFailure(name, error), shown: '' };
    }
  };

  const restoreLine = (
    source: Uint8Array | undefined,
    line: number,
    { name, target }: LinesTask,
  ): Outcome => {
    const place = `${name}, line ${line}`;
    let named: { readonly id?: unknown } = {};
    try {
      const object = readLine(source);
      if (object.id !== undefined) named = { id: object.id };
      const edition = restoreObject(object, `${target}-${idOf(object) ?? line}`, place);
      if (settings.show !== 'lines') refuseEmptyLine(edition);
      return { ...describe(place, edition, object), ...(isShort(object.id) && { id: object.id }) };
    } catch (error) {
      const { message } = error as Error;
      const shown =
        settings.show === 'lines' ? `${JSON.stringify({ ...named, line, error: message })}\n` : '';
      return { kind: 'failed', name: place, problem: `${place}: ${message}`, shown };
    }
  };

  const restoreObject = (object: JsonObject, name: string, place: string): Edition => {
    const { text, url } = object;
    if (typeof text !== 'string') throw new Error('The line has no "text" that is a string; give it one.');
    const bytes = new TextEncoder().encode(text);
    const witness = toWitness(bytes, toSlug(name), typeof url === 'string' ? url : place);
    return restore({ ...witness, text }, rules, options);
  };

  const describe = (name: string, edition: Edition, line?: JsonObject): Restored => {
    const signature = computeSignature(bodyOf(edition.markdown['zh-Hans']), rules.repair.fold);
    return {
      kind: 'restored',
      name,
      slug: edition.apparatus.slug,
      shown: show(edition, line),
      ...(settings.show === 'editions' && { files: toFiles(edition) }),
      ...(signature && { signature }),
      ...(settings.isSummarized && { summary: summarize(edition) }),
    };
  };

  const show = (edition: Edition, { text, ...line }: JsonObject = {}): string => {
    if (settings.show === 'editions') return '';
    if (settings.show === 'markdown')
      return edition.markdown[settings.script ?? witnessLanguage(edition.apparatus.script)];
    if (settings.show === 'json') return `${toDocumentJson(edition)}\n`;
    return `${JSON.stringify({ ...line, ...toRecord(edition) })}\n`;
  };

  return async (task) =>
    task.kind === 'document'
      ? [await restoreDocument(task)]
      : task.lines.map((line, index) => restoreLine(line, task.first + index, task));
}

function toWitness(bytes: Uint8Array, slug: string, origin: string): Witness {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { siglum: slug, slug, sha256, origin, bytes };
}

/** Ids that are worth a name, and worth remembering until the end of the run. */
const isShort = (id: unknown) => (typeof id === 'string' && id.length <= 100) || typeof id === 'number';
const idOf = ({ id }: JsonObject) => (isShort(id) ? String(id) : undefined);

function refuseEmptyLine({ apparatus }: Edition): void {
  if (apparatus.blocks.length > 0) return;
  throw new Error('The line has nothing of an article in it; leave it out.');
}
