/** HTML by tagged template, every value escaped. hono's own tag may answer with a promise; reports hold none, so here it may not. */
import { html as template } from 'hono/html';

export { raw } from 'hono/html';

type Rendered = ReturnType<typeof template>;
export type Markup = Exclude<Rendered, Promise<unknown>>;

export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  const rendered = template(strings, ...values);
  if (rendered instanceof Promise)
    throw new Error('A report is written in one go: no promise may be put into it.');
  return rendered;
}
