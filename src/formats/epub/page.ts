import type { Language } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { type Child, element, toDocument } from '../xml.ts';

/** What the parts of a book are made from. */
export interface BookSource {
  readonly edition: StoredEdition;
  /** Address of the text on the site, where the site's is known. */
  readonly address?: string;
}

/** A page of the book as XHTML. */
export function toPage(title: string, language: Language, ...content: readonly Child[]): string {
  return toDocument(
    element(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        'xml:lang': language,
        lang: language,
      },
      element(
        'head',
        element('title', title),
        element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ),
      element('body', ...content),
    ),
    '<!DOCTYPE html>',
  );
}
