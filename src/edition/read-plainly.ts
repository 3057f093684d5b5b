import type { Block } from '../contract/schema.ts';

/** Signs that may mean something to a reader of Markdown; a line without any is its own text. */
const SIGN = /[\\`*_[\]<>&!~|$^{}\r\n\t]|^(?:[#\->+=]|\d+[.)]| )| $/;
const HEADING = /^(#{2,6}) (.*)$/s;

/**
 * The text of each block of a Markdown body, where there are only paragraphs and headings without a sign of Markdown, as in
 * most texts: reading those directly is many times as fast as parsing them. Nothing, where there is anything else.
 */
export function readPlainly(body: string, blocks: readonly Block[]): string[] | undefined {
  const paragraphs = body.replace(/^\n+|\n+$/g, '').split('\n\n');
  if (paragraphs.length !== blocks.length) return undefined;
  const texts = paragraphs.map((paragraph, index) => readBlock(paragraph, blocks[index]!));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function readBlock(paragraph: string, { kind, depth }: Block): string | undefined {
  const [, signs, heading] = HEADING.exec(paragraph) ?? [];
  if (kind !== (heading === undefined ? 'paragraph' : 'heading') || signs?.length !== depth) return undefined;
  const text = heading ?? paragraph;
  return SIGN.test(text) || text === '' ? undefined : text;
}
