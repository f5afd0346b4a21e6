/** Pieces of a Markdown document (GitHub's flavour). Text that a person typed is shown as typed and never becomes markup. */

/** One row on one line, whatever the cells hold. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as text: nothing in it is markup, ends a cell or ends a line. */
export const asText = (text: string): string =>
  text.replaceAll(/[\\`*[<|]/g, String.raw`\$&`).replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** A path or another name of the scenario file. */
export const asCode = (text: string): string => `\`${text.replaceAll(/[`|\r\n]/g, ' ')}\``;

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
