/** Which addresses belong to the program: its own screens under `app://headroom/`, and what they hold in memory. */

export const SCHEME = 'app';
const HOST = 'headroom';
export const PAGE = `${SCHEME}://${HOST}/`;

export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST;
}

/** Besides the screens: pictures within a page, and Chromium's own developer tools. */
const LOCAL = ['data:', 'devtools:'];

/** Whether a request for it leaves nothing but the program's own files and memory. */
export function staysHere(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return isOurs(url.protocol === 'blob:' ? url.pathname : address) || LOCAL.includes(url.protocol);
}
