/** A chart with all that belongs to it: a title that says what it shows, its facts, its data, and ways to take it along. */
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPhoto, IconTable, IconTableOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { saveFile } from '../connection/saved-file.ts';
import { DataTable } from './data-table.tsx';
import { type Captioned, copyPicture, fileName, pictureOf, tableCsv } from './exports.ts';
import { Plot } from './plot.tsx';
import './charts.css';

interface Given extends Captioned {
  /** How to read it, in a sentence or two. */
  readonly note?: string;
  /** CSS pixels of the drawing. */
  readonly height?: number;
}

const HEIGHT = 340;

export function ChartFigure({ title, caption, note, picture, height = HEIGHT }: Given) {
  const titleId = useId();
  const dataId = useId();
  const [showsData, setShowsData] = useState(false);
  const chart = { title, caption, picture };
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <div className="chart-head">
        <h3 className="chart-title" id={titleId}>
          {title}
        </h3>
        <div className="chart-buttons">
          <Button
            className="chart-button"
            variant="subtle"
            size="compact-sm"
            leftSection={
              showsData ? <IconTableOff size={16} aria-hidden /> : <IconTable size={16} aria-hidden />
            }
            aria-expanded={showsData}
            aria-controls={dataId}
            onClick={() => setShowsData(!showsData)}
          >
            {showsData ? 'Hide data' : 'Show data'}
          </Button>
          <TakeAlong chart={chart} />
        </div>
      </div>
      {note === undefined ? null : <p className="chart-note">{note}</p>}
      <Plot title={title} picture={picture} height={height} />
      <figcaption className="chart-caption">{caption}</figcaption>
      <div id={dataId}>
        {showsData ? <DataTable caption={`${title}. ${caption}`} table={picture.table} /> : null}
      </div>
    </figure>
  );
}

function TakeAlong({ chart }: { readonly chart: Captioned }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const doing = (work: () => Promise<boolean>, done: string, failed: string) => () => {
    setOutcome(null);
    work().then(
      (made) => setOutcome(made ? done : null),
      () => setOutcome(failed),
    );
  };
  const toFile = (format: 'png' | 'svg') =>
    doing(
      async () => saveFile(fileName(chart.title, format), await pictureOf(chart, format)),
      'Saved',
      'The picture could not be saved',
    );
  const toCsv = doing(
    () => saveFile(fileName(chart.title, 'csv'), tableCsv(chart.picture.table)),
    'Saved',
    'The data could not be saved',
  );
  const copy = doing(
    async () => copyPicture(chart).then(() => true),
    'Picture copied',
    'This window may not copy pictures: save it instead',
  );
  return (
    <>
      <span className="chart-outcome" role="status">
        {outcome}
      </span>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            className="chart-button"
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={`Copy or save: ${chart.title}`}
          >
            Copy or save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPhoto size={16} aria-hidden />} onClick={copy}>
            Copy as picture
          </Menu.Item>
          <Menu.Item onClick={toFile('png')}>Save as PNG (picture)</Menu.Item>
          <Menu.Item onClick={toFile('svg')}>Save as SVG (drawing)</Menu.Item>
          <Menu.Item onClick={toCsv}>Save data as CSV</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
