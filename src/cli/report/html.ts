/** HTML in which nothing of a text becomes markup. */
import { makeVisible } from '../../corpus/quote.ts';

/** HTML that was made here, as against text, which is escaped. */
export interface Html {
  readonly html: string;
}

type Part = Html | readonly Html[] | string | number;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The page's language follows no bidi marks or controls of a witness: they are made visible. */
function escapeText(text: string): string {
  return makeVisible(text.toWellFormed()).replace(/[&<>"']/g, (character) => references[character] ?? '');
}

function print(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return part.toLocaleString('en');
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

/** A template of HTML; what is put into it is text unless it was made by this function. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((out, string, i) => out + print(parts[i - 1] ?? '') + string) };
}
