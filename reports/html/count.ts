/** Families or children: every such table is on the page in both, and a switch shows one of them. Without scripts, and in print, both show. */
import type { Counted } from '../wording.ts';
import { html, type Markup } from './markup.ts';

/** The same block once for each way of counting. */
export function eachCount(counts: readonly Counted[], block: (counted: Counted) => Markup): Markup {
  return html`${counts.map((counted) => html`<div class="in-${counted}">${block(counted)}</div>`)}`;
}

/** `null` where there is nothing to choose. */
export function countSwitch(counts: readonly Counted[]): Markup | null {
  if (counts.length < 2) return null;
  return html`<fieldset class="count" hidden>
    <legend>Figures and charts count</legend>
    ${counts.map(
      (counted, index) =>
        html`<label><input type="radio" name="counted" value="${counted}" ${index === 0 ? 'checked' : ''}> ${counted}</label>`,
    )}
    <span class="note">In children, each family counts as many times as it has children.</span>
  </fieldset>`;
}
