/** Text under deflate: how large things lie in a document. */
import { deflateSync, inflateSync } from 'node:zlib';
import { fromWireText, toWireText } from '../wire-text.ts';

export const packed = (value: unknown): Buffer => deflateSync(toWireText(value));

/** What `packed` was given, as its type says; the file is checked when it is opened. */
export const unpacked = <Value>(bytes: Uint8Array): Value =>
  fromWireText(inflateSync(bytes).toString('utf8')) as Value;
