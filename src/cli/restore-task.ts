/** What goes to a worker that restores, and what comes back; plain values, so that they can cross threads. */
import type { Language, RemovalKind } from '../contract/schema.ts';
import type { Standard } from '../contract/vocabulary.ts';
import type { Summary } from './summarize.ts';

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

/** A document to be read from `path`, or given as `bytes`. */
export interface DocumentTask {
  readonly kind: 'document';
  readonly name: string;
  readonly target: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
}

/** Lines of JSON; `undefined` where one was too long to hold. `first` is the number of the first. */
export interface LinesTask {
  readonly kind: 'lines';
  readonly name: string;
  readonly target: string;
  readonly first: number;
  readonly lines: readonly (Uint8Array | undefined)[];
}

export type RestoreTask = DocumentTask | LinesTask;

/** A text that was restored. */
export interface Restored {
  readonly kind: 'restored';
  readonly name: string;
  readonly slug: string;
  /** What goes to standard output. */
  readonly shown: string;
  /** The `id` of its line, where that is short enough to remember. */
  readonly id?: unknown;
  /** The files of its edition. */
  readonly files?: ReadonlyMap<string, string>;
  /** For finding it again in another mirror; absent for a text too short to tell. */
  readonly signature?: Uint16Array;
  readonly summary?: Summary;
}

/** One that could not be. */
export interface Failed {
  readonly kind: 'failed';
  readonly name: string;
  /** One sentence. */
  readonly problem: string;
  readonly shown: string;
}

export type Outcome = Restored | Failed;
