/** The report as one web page that holds its charts and the program that draws them. */
import type { Experiment } from '../../reports/experiment.ts';
import { htmlPage } from '../../reports/html.ts';
import { plotlySource } from './plotly.ts';

export async function standalonePage(experiment: Experiment): Promise<string> {
  return htmlPage(experiment, { plotly: await plotlySource() });
}
