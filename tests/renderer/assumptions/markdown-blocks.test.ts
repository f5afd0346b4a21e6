import { describe, expect, it } from 'vitest';
import { describeModel } from '../../../host/model-description.ts';
import { blocksOf, runsOf } from '../../../renderer/screens/assumptions/markdown-blocks.ts';
import { contentFrom, readContent } from '../../../renderer/stores/scenario-reading.ts';
import { asCode, asText, bullets, markdownTable } from '../../../reports/markdown.ts';
import { PRESETS } from '../../../scenarios/presets/index.ts';

describe('blocks', () => {
  it('are told apart', () => {
    const markdown = [
      '# Title',
      'A line\nand on.',
      '- one\n- two',
      '1. first\n2. second',
      '```mermaid\na\n\nb\n```',
    ];
    expect(blocksOf(`${markdown.join('\n\n')}\n`)).toEqual([
      { kind: 'heading', level: 1, text: 'Title' },
      { kind: 'paragraph', text: 'A line and on.' },
      { kind: 'list', ordered: false, items: ['one', 'two'] },
      { kind: 'list', ordered: true, items: ['first', 'second'] },
      { kind: 'code', language: 'mermaid', text: 'a\n\nb' },
    ]);
  });

  it.each(['a|b', 'x * y ** z', '`tick`', '[link](there)', '<b>', 'a\\b', 'C:\\|'])(
    'give back what a person typed: %s',
    (typed) => {
      const [table, list] = blocksOf(
        [markdownTable(['Name'], [[asText(typed)]]), bullets([asText(typed)])].join('\n\n'),
      );
      const said = (text: string) => runsOf(text).map((run) => [run.kind, run.text]);
      expect(table?.kind === 'table' && table.rows.map((cells) => cells.map(said))).toEqual([
        [[['text', typed]]],
      ]);
      expect(list?.kind === 'list' && list.items.map(said)).toEqual([[['text', typed]]]);
    },
  );

  it('mark code and bold', () => {
    expect(runsOf(`See ${asCode('teams.main')}: **now** or 2 * 3`)).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'code', text: 'teams.main' },
      { kind: 'text', text: ': ' },
      { kind: 'bold', text: 'now' },
      { kind: 'text', text: ' or 2 * 3' },
    ]);
  });
});

describe('the description of every preset', () => {
  it.each(PRESETS.map(({ id }) => id))('leaves no mark behind: %s', (id) => {
    const { document } = readContent(contentFrom(id, 'Ours'));
    const blocks = blocksOf(describeModel(document!, { seed: 1, replications: 'auto' }));
    const texts = blocks.flatMap((block): readonly string[] => {
      if (block.kind === 'list') return block.items;
      if (block.kind === 'table') return [block.head, ...block.rows].flat();
      return block.kind === 'code' ? [] : [block.text];
    });
    const plain = texts.flatMap(runsOf).filter(({ kind }) => kind !== 'code');
    expect(plain.filter(({ text }) => /\*\*|`|^#|^\||^- /.test(text))).toEqual([]);
    const uneven = blocks.filter(
      (block) => block.kind === 'table' && block.rows.some((row) => row.length !== block.head.length),
    );
    expect(uneven).toEqual([]);
  });
});
