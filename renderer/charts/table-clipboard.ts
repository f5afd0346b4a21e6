/** A table on the clipboard twice: as HTML, which Excel and Word take over as a table, and as text between tabs. */

/** What is there for screens alone: left out on paper too. */
const SCREEN_ONLY = '.screen-only';

/** @returns whether the window took it */
export function copyTable(table: HTMLTableElement): boolean {
  const html = asHtml(table);
  const text = asText(table);
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Unlike the newer clipboard door this one needs no permission, which the desktop window refuses to all.
  document.addEventListener('copy', fill, { capture: true });
  const taken = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return taken;
}

const rowsOf = (table: HTMLTableElement) =>
  [...table.rows]
    .filter(isKept)
    .map((row) =>
      [...row.cells].filter(isKept).map((cell) => ({ heading: cell.tagName === 'TH', text: textOf(cell) })),
    );

const isKept = (element: HTMLElement) => !element.matches(SCREEN_ONLY);

/** What a cell shows, its parts apart; what is there for screens alone is left out. */
function textOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll(`button, ${SCREEN_ONLY}`)) element.remove();
  const parts = [...copy.querySelectorAll('[data-part]')].map((part) => part.textContent);
  const whole = parts.length > 0 ? parts.join('; ') : (copy.textContent ?? '');
  return whole.replaceAll(/\s+/g, ' ').trim();
}

export function asText(table: HTMLTableElement): string {
  return rowsOf(table)
    .map((row) => row.map(({ text }) => text).join('\t'))
    .join('\r\n');
}

function asHtml(table: HTMLTableElement): string {
  const caption = table.caption ? `<caption>${escaped(textOf(table.caption))}</caption>` : '';
  const rows = rowsOf(table).map((row) => {
    const cells = row.map(({ heading, text }) => {
      const tag = heading ? 'th' : 'td';
      return `<${tag}>${escaped(text)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${caption}${rows.join('')}</table>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
