/** A paragraph as a quotation in Markdown that says where it comes from. Nothing in the text becomes markup. */
export function quoteMarkdown(text: string, title: string, address: string): string {
  const lines = text.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  return `${lines.join('\n')}\n>\n> ——[${escapeMarkdown(title)}](${address})\n`;
}

function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/, (_, blank: string, mark: string) =>
      /\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
    );
}
