// Before anything is painted, so that no page flashes in another colour or size than the reader chose.
(({ dataset }) => {
  dataset.script = '';
  try {
    for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem('zhengben') ?? '{}')))
      if (/^[a-z]+ [a-z]+$/.test(`${name} ${value}`)) dataset[name] = value;
  } catch {}
})(document.documentElement);

// `/` (、 by a Chinese keyboard) opens the search with the words selected; on its page it leads to the field.
addEventListener('keydown', (event) => {
  const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select';
  if (
    !/^[/、]$/.test(event.key) ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.matches?.(typed)
  )
    return;
  event.preventDefault();
  const field = document.getElementById('query');
  if (field) return field.select();
  const words = `${getSelection()}`.trim();
  const { href } = document.querySelector('a[aria-keyshortcuts="/"]');
  location.assign(href + (/^.{1,40}$/.test(words) ? `?${new URLSearchParams({ q: words })}` : ''));
});
