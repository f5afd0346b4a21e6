/** The sections of the page, each with a heading, and the list of them at its top. */
import { html, type Markup } from './markup.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

export function sectionMarkup({ id, title, body }: Section): Markup {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section>`;
}

export function contents(sections: readonly Section[]): Markup {
  return html`<nav aria-label="On this page">
    <ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>
  </nav>`;
}
