import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { convertMarkdown, type TextConverter } from './convert-markdown.ts';

/** A part of a guide under a heading; the first part, before any heading, has none. */
export interface GuideSection {
  id: string;
  title: string;
  html: string;
}

/** What the two plugins share, by way of the front matter of the call. */
interface Request {
  convert: TextConverter;
  titles: string[];
  sections: GuideSection[];
}

const processor = createMarkdownProcessor({
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: [remarkScript],
  rehypePlugins: [rehypeSections],
});

/** Renders a guide written in Simplified, in the script that `convert` converts to, section by section. */
export async function renderGuide(markdown: string, convert: TextConverter): Promise<GuideSection[]> {
  const request: Request = { convert, titles: [], sections: [] };
  await (await processor).render(markdown, { frontmatter: { request } });
  return request.sections;
}

interface File {
  data: { astro?: { frontmatter?: Record<string, unknown> } };
}

function requestOf(file: File): Request {
  return file.data.astro?.frontmatter?.request as Request;
}

function remarkScript() {
  return (tree: Root, file: File) => {
    const { convert, titles } = requestOf(file);
    convertMarkdown(tree, convert);
    for (const node of tree.children) {
      if (node.type === 'heading' && node.depth === 2) titles.push(textOf(node));
    }
  };
}

function rehypeSections() {
  return (tree: HtmlRoot, file: File) => {
    const { titles, sections } = requestOf(file);
    let part: ElementContent[] = [];
    const parts = [part];
    for (const node of tree.children as ElementContent[]) {
      if (node.type === 'element' && node.tagName === 'h2') {
        part = [];
        parts.push(part);
      } else part.push(prepare(node));
    }
    for (const [index, nodes] of parts.entries()) {
      sections.push({
        id: `s${index}`,
        title: titles[index - 1] ?? '',
        html: toHtml(nodes, { allowDangerousHtml: true }).trim(),
      });
    }
  };
}

/** Code that runs over the edge can be scrolled with the keyboard, and is no Chinese. */
function prepare(node: ElementContent): ElementContent {
  if (node.type === 'element' && node.tagName === 'pre') {
    const properties: Element['properties'] = { ...node.properties, tabIndex: 0 };
    return { ...node, properties };
  }
  return node;
}
