import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { readPublication } from './src/formats/publication.ts';
import { buildTexts } from './src/site/build/integration.ts';

const { base, site } = readPublication(process.env);

export default defineConfig({
  srcDir: './src/site',
  // Absolute address of the published site, for canonical and alternate links; without it they stay relative to the host.
  ...(site ? { site } : {}),
  base,
  // With all else that may be deleted at any time; pages of unchanged texts are kept there from build to build.
  cacheDir: './.cache/astro/',
  experimental: { incrementalBuild: true },
  // The default, 'jsx', eats blanks between inline elements; `true` keeps them.
  compressHTML: true,
  // Styles and scripts stay in files of their own, so that a strict content security policy needs no exception.
  build: { inlineStylesheets: 'never' },
  // What is kept in .cache would be very much to watch.
  vite: { build: { assetsInlineLimit: 0 }, server: { watch: { ignored: ['**/.cache/**'] } } },
  devToolbar: { enabled: false },
  // SmartyPants would rewrite the author's quotation marks.
  markdown: { processor: unified({ smartypants: false }), syntaxHighlight: false },
  integrations: [buildTexts()],
});
