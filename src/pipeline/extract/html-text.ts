import { Parser } from 'htmlparser2';
import { LONGEST_STYLE } from './constants.ts';
import { breaks, empty, silent } from './elements.ts';

/** Blanks that HTML does not keep; U+3000 and U+00A0 are not among them. */
const BLANKS = /[ \t\r\n\f]+/g;

/**
 * The text of `html`, a line for each line of it and a blank line between its blocks: `<p>一<br>二<p>三` → 一⏎二⏎⏎三.
 * What stands in `<pre>` keeps its blanks; scripts, styles, `<title>` and what is hidden are no text.
 */
export function htmlToText(html: string): string {
  const writer = new LineWriter();
  let [muted, verbatim] = [0, 0];
  const hidden: boolean[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'br' && muted === 0) writer.feed(1);
      if (name === 'td' || name === 'th') writer.write('\t');
      writer.feed(breaks.get(name) ?? 0);
      if (empty.has(name)) return;
      const isHidden = isMute(name, attributes);
      hidden.push(isHidden);
      if (isHidden) muted++;
      if (name === 'pre') verbatim++;
    },
    ontext(text) {
      if (muted === 0) writer.write(verbatim > 0 ? text : text.replace(BLANKS, ' '), verbatim > 0);
    },
    onclosetag(name) {
      writer.feed(breaks.get(name) ?? 0);
      if (empty.has(name)) return;
      if (hidden.pop()) muted--;
      if (name === 'pre') verbatim--;
    },
  });
  parser.end(html);
  return writer.end();
}

function isMute(name: string, { hidden, style }: Readonly<Record<string, string>>): boolean {
  if (silent.has(name) || name === 'title' || hidden !== undefined) return true;
  return style !== undefined && style.length <= LONGEST_STYLE && /display\s*:\s*none/i.test(style);
}

/** Puts lines together: as many line feeds between two stretches of text as were asked for at most. */
class LineWriter {
  readonly #parts: string[] = [];
  #feeds = 0;
  #isBlank = true;

  /** At least `count` line feeds before the text that comes next; one `<br>` after another adds to them. */
  feed(count: 0 | 1 | 2): void {
    if (count > 0) this.#feeds = Math.max(this.#feeds, count);
  }

  write(text: string, isVerbatim = false): void {
    if (text.trim() === '' && !isVerbatim) {
      if (this.#feeds === 0 && !this.#isBlank && text !== '') this.#push(text === '\t' ? text : ' ', true);
      return;
    }
    if (this.#feeds > 0 && this.#parts.length > 0) this.#push('\n'.repeat(this.#feeds), true);
    const isFirst = this.#feeds > 0 || this.#isBlank;
    this.#feeds = 0;
    this.#push(
      isFirst && !isVerbatim ? text.replace(/^[ \t]+/, '') : text,
      !isVerbatim && /[ \t]$/.test(text),
    );
  }

  end(): string {
    return this.#parts
      .join('')
      .replace(/[ \t]+\n/g, '\n')
      .trim();
  }

  #push(text: string, isBlank: boolean): void {
    this.#parts.push(text);
    this.#isBlank = isBlank;
  }
}
