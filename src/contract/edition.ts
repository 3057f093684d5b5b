/** What goes into the pipeline and what comes out. */
import type { Apparatus, FrontMatter } from './schema.ts';
import type { Language } from './vocabulary.ts';

/** A text as received. `slug` is the address of its edition, `origin` says where it comes from. */
export interface Witness {
  readonly siglum: string;
  readonly slug: string;
  readonly sha256: string;
  readonly origin: string;
  readonly bytes: Uint8Array;
  /** Name of its file, which may say whether it is a page in HTML; its beginning is looked at where this does not. */
  readonly file?: string;
  /** The text of `bytes`, where somebody else has decoded it and it is no page in HTML: a line of JSON. */
  readonly text?: string;
}

/** What the pipeline makes of a witness; the files of `content/editions/<slug>/`. */
export interface Edition {
  readonly apparatus: Apparatus;
  readonly frontMatter: Readonly<Record<Language, FrontMatter>>;
  readonly markdown: Readonly<Record<Language, string>>;
  /** The plain text of each block of the apparatus, in order, without the signs of Markdown. */
  readonly blocks: Readonly<Record<Language, readonly string[]>>;
}
