(({ dataset }, sheet) => {
  dataset.script = '';
  try {
    for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem('zhengben') ?? '{}')))
      if (/^[a-z]+ [a-z]+$/.test(`${name} ${value}`)) dataset[name] = value;
  } catch {}
  if (dataset.vertical !== 'on' || !sheet) return;
  const link = document.createElement('link');
  document.head.append(Object.assign(link, { rel: 'stylesheet', href: sheet, blocking: 'render' }));
})(document.documentElement, document.currentScript.dataset.sheet);
(() => {
  let fetched;
  const find = (selector) => document.querySelector(selector);
  const fetchPage = (address) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.responseType = 'document';
      request.onload = () => resolve(request.responseXML);
      request.onerror = reject;
      request.send();
    });
  const fetchSearch = async (address) => {
    const page = await fetchPage(address);
    await import(page.querySelector('#search-panel script').src);
    return page;
  };
  const open = async (words) => {
    const { href } = find('a[aria-keyshortcuts="/"]');
    const q = words ?? find('#site-query').value;
    try {
      fetched ??= fetchSearch(href);
      dispatchEvent(new CustomEvent('open-search', { detail: { page: await fetched, q } }));
    } catch (error) {
      console.error(error);
      fetched = undefined;
      location.assign(q ? `${href}?${new URLSearchParams({ q })}` : href);
    }
  };
  const isOther = ({ ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey;
  addEventListener('keydown', (event) => {
    const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select';
    if (!/^[/、]$/.test(event.key) || isOther(event) || event.target.matches?.(typed)) return;
    event.preventDefault();
    const field = find('#query');
    field?.focus();
    field?.select();
    const words = `${getSelection()}`.trim();
    if (!field) open(/^.{1,40}$/.test(words) ? words : undefined);
  });
  addEventListener('click', (event) => {
    if (
      isOther(event) ||
      !event.target.closest?.('#site-query, a[aria-keyshortcuts="/"]:not([aria-current])')
    )
      return;
    event.preventDefault();
    open();
  });
  for (const kind of ['input', 'compositionend'])
    addEventListener(kind, (event) => event.target.id === 'site-query' && !event.isComposing && open());
})();
