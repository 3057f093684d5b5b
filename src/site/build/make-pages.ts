/** Making the pages of a text outside of Astro's own queue, by the renderer that Astro has bundled. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A page below `texts/<slug>/`, and the component of its route. */
export interface TextPage {
  /** Without slashes at its ends: `texts/letter/zh-hans`. */
  readonly path: string;
  readonly component: string;
}

/** All pages of a text. `key` stands for everything they depend on, `before` for what those kept were made from; without a key none are kept. */
export interface TextPages {
  readonly slug: string;
  readonly key: string | undefined;
  readonly before: string | undefined;
  readonly pages: readonly TextPage[];
}

export interface PageSettings {
  /** Address of the module that Astro renders by. */
  readonly entry: string;
  /** Which styles a page has, by Astro's key of it. */
  readonly styles: ReadonlyMap<string, { readonly styles: readonly unknown[] }>;
  /** Address of the site. */
  readonly home: string;
  /** Folder with a folder for each text: its pages are kept there from build to build. */
  readonly kept: string;
  /** Folder with a folder for each text: its other files. */
  readonly downloads: string;
  /** Folder of the site that gets a folder for each text. */
  readonly texts: string;
}

/** What of Astro's module is in use: `BuildApp`, and the manifest of the routes. */
interface Renderer {
  readonly app: {
    readonly logger: unknown;
    setInternals(internals: unknown): void;
    setOptions(options: unknown): void;
    render(request: Request, options: { routeData: Route }): Promise<Response>;
  };
  readonly manifest: { readonly routes: ReadonlyArray<{ readonly routeData: Route }> };
}

interface Route {
  readonly component: string;
}

/** The work of a thread: it makes the pages of texts, and answers with the message of what went wrong, or with nothing. */
export function startWorker(settings: PageSettings) {
  let maker: ReturnType<typeof openPageMaker> | undefined;
  return async (texts: readonly TextPages[]): Promise<string | undefined> => {
    try {
      maker ??= openPageMaker(settings);
      const make = await maker;
      for (const text of texts) await make(text);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
}

/** Somebody who puts whole texts into the site, page by page, so that each is read and rendered once for all its pages. */
async function openPageMaker(settings: PageSettings): Promise<(text: TextPages) => Promise<void>> {
  const { kept, downloads, texts } = settings;
  const render = await openRenderer(settings);
  return async ({ slug, key, before, pages }) => {
    const place = join(kept, slug);
    const names = pages.map(({ path }) => join(path.slice(`texts/${slug}/`.length), 'index.html'));
    if (key === undefined || before !== key || !names.every((name) => existsSync(join(place, name)))) {
      rmSync(place, { recursive: true, force: true });
      for (const [index, page] of pages.entries()) write(join(place, names[index]!), await render(page));
    }
    for (const folder of [place, join(downloads, slug)].filter((path) => existsSync(path)))
      cpSync(folder, join(texts, slug), { recursive: true });
  };
}

async function openRenderer({
  entry,
  styles,
  home,
}: PageSettings): Promise<(page: TextPage) => Promise<Uint8Array>> {
  const { app, manifest } = (await import(entry)) as Renderer;
  app.setInternals({ pagesByKeys: styles });
  app.setOptions({ settings: { scripts: [] }, logger: app.logger });
  const routes = new Map(manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
  return async ({ path, component }) => {
    const response = await app.render(new Request(`${home}${path}/`), { routeData: routes.get(component)! });
    if (response.status !== 200)
      throw new Error(`The page ${path} could not be made (${response.status}); report it.`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

function write(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
