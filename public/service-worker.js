// Keeps pages that were read, so that they can be read again without a network, and with a text its words, so that it can
// be found again without one. What the network gives always comes first: an edition is never older than it need be. To be
// rid of it everywhere, publish an empty file under this name: browsers fetch it anew and find nothing that answers.
const { scope } = self.registration;
// Other sites may stand under other paths of the same host.
const PAGES = `zhengben-pages-1 ${scope}`;
const FILES = `zhengben-files-1 ${scope}`;
const TEXTS = `zhengben-texts-1 ${scope}`;
const INDEX = `zhengben-index-1 ${scope}`;
const MOST = { [PAGES]: 300, [FILES]: 200, [TEXTS]: 300, [INDEX]: 400 };
// The words of a text, and the search page, are fetched again when their copy is older than so many milliseconds.
const DAY = 86_400_000;
// A file below _astro/, as pages and scripts name it.
const FILE_NAME = /[\w.-]+\.[\w-]{8}\.(?:css|js)(?=["'`?])/g;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([dropOlder(), self.registration.navigationPreload?.enable(), self.clients.claim()]),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  // A copy that proved to be broken is asked for with `reload`.
  const isLasting = isUnchanging(request.url) && request.cache !== 'reload';
  event.respondWith(isLasting ? fromCache(event) : fromNetwork(event));
});

// A page that was open before there was a worker names itself and its files. It may have been claimed too early to be heard.
self.addEventListener('message', (event) => {
  const addresses = event.data.filter((address) => address.startsWith(scope));
  const fetchOne = async (address) => {
    if (!isUnchanging(address) || !(await find(address))) await keep(address, await fetch(address));
  };
  event.waitUntil(Promise.allSettled([self.clients.claim(), ...addresses.map(fetchOne)]));
});

// Files in _astro/ have their content in their name, those of the search index in the name of their folder: another content
// has another address. `?ts=` is Pagefind's way past caches, of which there is no need.
function isUnchanging(address) {
  return /^(?:_astro|search-index\/[^/?]+)\/[^?]+(?:\?ts=\d+)?$/.test(pathOf(address));
}

function cacheOf(address) {
  const path = pathOf(address);
  if (path.startsWith('_astro/')) return FILES;
  if (/^search-index\/[^/?]+\//.test(path)) return INDEX;
  return /^texts\/[^/]+\/zh-\w+\.json/.test(path) ? TEXTS : PAGES;
}

function pathOf(address) {
  return address.slice(scope.length);
}

async function fromCache(event) {
  return (await find(event.request.url)) ?? fromNetwork(event);
}

async function fromNetwork(event) {
  const { request, preloadResponse } = event;
  try {
    const response = (await preloadResponse) ?? (await fetch(request));
    const copy = response.clone();
    // A full disk must not cost the reader the page.
    event.waitUntil(keep(request.url, copy).catch(() => {}));
    return response;
  } catch (error) {
    const kept = await find(request.url);
    if (kept) return kept;
    throw error;
  }
}

async function find(address) {
  const cache = await caches.open(cacheOf(address));
  return cache.match(withoutQuery(address), { ignoreVary: true });
}

async function keep(address, response) {
  if (!isKept(address, response) || !(await put(address, response))) return;
  await keepForSearch(pathOf(withoutQuery(address)));
}

async function put(address, response) {
  if (!response.ok || response.type !== 'basic' || response.redirected) return false;
  const name = cacheOf(address);
  const cache = await caches.open(name);
  await cache.put(withoutQuery(address), response);
  const addresses = await cache.keys();
  const surplus = addresses.slice(0, Math.max(0, addresses.length - MOST[name]));
  await Promise.all(surplus.map((one) => cache.delete(one)));
  return true;
}

// Pages and what belongs to them, and of the search index what was looked into; not the downloads, which the reader keeps.
// A page in place of a file is what some hosts send for one that is missing.
function isKept(address, { headers }) {
  const isPage = headers.get('content-type')?.startsWith('text/html');
  if (isUnchanging(address)) return !isPage;
  return isPage || /\.(?:svg|webmanifest)$|\/search-index\/index\.json$/.test(address);
}

// With the page of a text, in one script or in both, its words are kept, and the search that finds them: not before, for
// who has read nothing has nothing to search. Who asks the browser to save data does without.
async function keepForSearch(path) {
  const [, text, script] = /^(texts\/[^/]+\/)(zh-han[st]\/)?$/.exec(path) ?? [];
  if (!text || self.navigator.connection?.saveData) return;
  const isHans = script === 'zh-hans/';
  const keepSearch = async () => keepFilesNamedIn(await fetchDaily(isHans ? 'zh-hans/search/' : 'search/'));
  await Promise.allSettled([fetchDaily(`${text}${isHans ? 'zh-Hans' : 'zh-Hant'}.json`), keepSearch()]);
}

async function fetchDaily(path) {
  const address = scope + path;
  const kept = await find(address);
  const isFresh = Date.now() - Date.parse(kept?.headers.get('date')) < DAY;
  return isFresh ? kept : fetchAndPut(address);
}

async function fetchAndPut(address) {
  const response = await fetch(address, { priority: 'low' });
  await put(address, response.clone());
  return response;
}

// A script may load others only when they are needed, so its text is looked through, too.
async function keepFilesNamedIn(response, seen = new Set()) {
  const names = (await response.text()).match(FILE_NAME) ?? [];
  const keepOne = async (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const address = `${scope}_astro/${name}`;
    const file = (await find(address)) ?? (await fetchAndPut(address));
    if (name.endsWith('.js')) await keepFilesNamedIn(file, seen);
  };
  await Promise.all(names.map(keepOne));
}

// What is searched for is looked up by the page itself: /search/?q=書店 is the page /search/.
function withoutQuery(address) {
  return address.replace(/[?#].*/, '');
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.endsWith(` ${scope}`) && !(name in MOST));
  await Promise.all(older.map((name) => caches.delete(name)));
}
