/** A report in Markdown as a page. */
import { Fragment } from 'react';
import { placed } from '../../charts/placed.ts';
import { type Block, blocksOf, runsOf } from './markdown-blocks.ts';

/** @param topLevel level of heading that the report's first heading becomes */
export function MarkdownView({
  markdown,
  topLevel,
}: {
  readonly markdown: string;
  readonly topLevel: number;
}) {
  return (
    <div className="markdown">
      {placed(blocksOf(markdown)).map(({ place, item }) => (
        <Shown key={place} block={item} topLevel={topLevel} />
      ))}
    </div>
  );
}

function Shown({ block, topLevel }: { readonly block: Block; readonly topLevel: number }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + topLevel - 1)}` as 'h2';
      return (
        <Heading>
          <Text text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Text text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {placed(block.items).map(({ place, item }) => (
            <li key={place}>
              <Text text={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'code':
      return <Code language={block.language} text={block.text} />;
  }
}

function Table({ head, rows }: Omit<Extract<Block, { readonly kind: 'table' }>, 'kind'>) {
  return (
    <div className="markdown-table">
      <table>
        <thead>
          <tr>
            {placed(head).map(({ place, item }) => (
              <th key={place} scope="col">
                <Text text={item} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(rows).map((row) => (
            <tr key={row.place}>
              {placed(row.item).map(({ place, item }) => (
                <td key={place}>
                  <Text text={item} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A diagram is written for other programs to draw; here the Service screen shows the same. */
function Code({ language, text }: { readonly language: string; readonly text: string }) {
  const isDiagram = language === 'mermaid';
  return (
    <details open={!isDiagram}>
      <summary>
        {isDiagram
          ? 'The diagram as text, in the notation of Mermaid (the Service screen draws it)'
          : 'As text'}
      </summary>
      <pre>{text}</pre>
    </details>
  );
}

function Text({ text }: { readonly text: string }) {
  return placed(runsOf(text)).map(({ place, item }) => (
    <Fragment key={place}>
      {item.kind === 'code' ? (
        <code>{item.text}</code>
      ) : item.kind === 'bold' ? (
        <b>{item.text}</b>
      ) : (
        item.text
      )}
    </Fragment>
  ));
}
