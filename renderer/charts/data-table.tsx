/** The figures of a chart as a table that copies into a spreadsheet. */
import { Box } from '@mantine/core';
import { useId, useRef } from 'react';
import { CopyTableButton } from './copy-table-button.tsx';
import { type ChartTable, said } from './picture.ts';
import { placed } from './placed.ts';

interface Given {
  readonly caption: string;
  readonly table: ChartTable;
}

export function DataTable({ caption, table: { head, rows } }: Given) {
  const table = useRef<HTMLTableElement>(null);
  const captionId = useId();
  return (
    <div className="chart-data">
      <Box role="group" className="figures-scroll" aria-labelledby={captionId} tabIndex={0}>
        <table className="figures" ref={table}>
          <caption id={captionId}>{caption}</caption>
          <thead>
            <tr>
              {placed(head).map(({ place, item }) => (
                <th scope="col" key={place}>
                  {item}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed(rows).map(({ place, item: [first = '', ...cells] }) => (
              <tr key={place}>
                <th scope="row">{said(first)}</th>
                {placed(cells).map((cell) => (
                  <td key={cell.place}>{said(cell.item)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      <CopyTableButton table={table} />
    </div>
  );
}
