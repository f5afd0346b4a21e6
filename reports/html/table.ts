/** Tables that a screen reader reads, Excel and Word take over, and a narrow screen scrolls. */
import { html, type Markup } from './markup.ts';

export type Cell = string | Markup;

interface Table {
  readonly id: string;
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Cell[])[];
  /** Figures line up, in narrow columns where they tell many measures of parts; inputs are words. */
  readonly cells: 'figures' | 'figures parts' | 'inputs';
}

export function table({ id, caption, head, rows, cells: kind }: Table): Markup {
  return html`<div class="scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table id="${id}" class="${kind}">
      <caption id="${id}-caption"><span>${caption}</span></caption>
      <thead><tr>${head.map((title) => html`<th scope=\"col\">${title}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ([first, ...cells]) => html`
        <tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
      )}
      </tbody>
    </table>
  </div>`;
}

/** With a button that copies it; the button shows where scripts run. */
export function copyable(id: string, content: Markup): Markup {
  return html`${content}<button type="button" class="copy" data-copies="${id}" hidden>Copy table</button>`;
}
