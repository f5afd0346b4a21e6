/** What a page of Headroom may load and do, the same text whether it comes over `app://` or from 127.0.0.1. */
import { randomBytes } from 'node:crypto';

/** Stands in the built page wherever a nonce belongs (vite.config.ts, `html.cspNonce`). */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** A fresh one for each page served. */
export const newNonce = () => randomBytes(18).toString('base64');

/** Scripts, fonts and requests only from where the page came from; styles also where the page's own code names the nonce. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
