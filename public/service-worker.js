// Keeps pages that were read, so that they can be read again without a network. What the network gives always comes
// first: an edition is never older than it need be. To be rid of it everywhere, publish an empty file under this name:
// browsers fetch it anew and find nothing that answers.
const { scope } = self.registration;
// Other sites may stand under other paths of the same host.
const PAGES = `zhengben-pages-1 ${scope}`;
const FILES = `zhengben-files-1 ${scope}`;
const MOST = { [PAGES]: 300, [FILES]: 200 };

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([dropOlder(), self.registration.navigationPreload?.enable(), self.clients.claim()]),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  event.respondWith(isHashed(request.url) ? fromCache(event) : fromNetwork(event));
});

// A page that was open before there was a worker names itself and its files.
self.addEventListener('message', (event) => {
  const addresses = event.data.filter((address) => address.startsWith(scope));
  const fetchOne = async (address) => keep(address, await fetch(address));
  event.waitUntil(Promise.allSettled(addresses.map(fetchOne)));
});

// Files in _astro/ have their content in their name: another content has another name.
function isHashed(address) {
  return address.startsWith(`${scope}_astro/`);
}

async function fromCache(event) {
  return (await find(event.request.url, FILES)) ?? fromNetwork(event);
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
    const kept = await find(request.url, isHashed(request.url) ? FILES : PAGES);
    if (kept) return kept;
    throw error;
  }
}

async function find(address, name) {
  const cache = await caches.open(name);
  return cache.match(withoutQuery(address), { ignoreVary: true });
}

async function keep(address, response) {
  if (!response.ok || response.type !== 'basic' || response.redirected || !isKept(address, response)) return;
  const name = isHashed(address) ? FILES : PAGES;
  const cache = await caches.open(name);
  await cache.put(withoutQuery(address), response);
  const addresses = await cache.keys();
  const surplus = addresses.slice(0, Math.max(0, addresses.length - MOST[name]));
  await Promise.all(surplus.map((one) => cache.delete(one)));
}

// Pages and what belongs to them; not the downloads, which the reader keeps, nor the index, which grows.
function isKept(address, { headers }) {
  const isPage = headers.get('content-type')?.startsWith('text/html');
  return isPage || isHashed(address) || /\.(?:svg|webmanifest)$|\/texts\/[^/]+\/zh-\w+\.json$/.test(address);
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
