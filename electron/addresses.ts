/** Which addresses belong to the program: its own screens under `app://headroom/`, and what they hold in memory. */

export const SCHEME = 'app';
const HOST = 'headroom';
export const PAGE = `${SCHEME}://${HOST}/`;

export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST;
}

/**
 * Whether a request for it leaves nothing but the program's own files and memory.
 * @param developing run from source: Chromium's own developer tools may be asked for
 */
export function staysHere(address: string, developing: boolean): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  // Pictures within a page.
  if (url.protocol === 'data:') return true;
  if (url.protocol === 'devtools:') return developing;
  return isOurs(url.protocol === 'blob:' ? url.pathname : address);
}
