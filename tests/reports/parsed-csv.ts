/** RFC 4180 by hand: quotes open and close a field, a doubled quote is one quote, records end in CRLF. */
export function parsed(text: string): string[][] {
  const records: string[][] = [[]];
  let value = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') value += c;
      else if (text[i + 1] === '"') value += text[i++];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || text.startsWith('\r\n', i)) {
      records.at(-1)!.push(value);
      value = '';
      if (c !== ',') {
        records.push([]);
        i++;
      }
    } else value += c;
  }
  return records.slice(0, -1);
}
