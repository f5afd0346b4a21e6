/** The built screens as answers to requests: content, type, and the headers that keep a page to itself. */
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { contentPolicy, NONCE_PLACEHOLDER, newNonce } from './content-policy.ts';

/** Only these kinds are ever served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface ScreenFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * @param folder where the built screens lie
 * @param pathname of the request's address, still encoded; `/` is the page itself
 * @returns `null` for anything that is not a file of a known kind in that folder
 */
export async function screenFile(folder: string, pathname: string): Promise<ScreenFile | null> {
  const path = fileIn(folder, pathname === '/' ? '/index.html' : pathname);
  const type = path === null ? undefined : TYPES[extname(path)];
  if (path === null || type === undefined) return null;
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(error.code ?? '')) return null;
    throw error;
  });
  if (content === null) return null;
  const nonce = newNonce();
  const body = type.startsWith('text/html')
    ? new TextEncoder().encode(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce))
    : new Uint8Array(content);
  return { body, headers: { 'Content-Type': type, ...guardHeaders(nonce) } };
}

function guardHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

/** The path of that address in the folder; `null` where it points outside or is no address. */
function fileIn(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const path = resolve(folder, `.${decoded}`);
  return decoded.includes('\0') || !path.startsWith(resolve(folder) + sep) ? null : path;
}
