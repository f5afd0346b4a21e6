/** STRESS-DES section 1: objectives. */
import { MEASURE_KEYS, MEASURES, WEEKLY_KEYS } from '../../sim/measures/measures.ts';
import { assumptionsLog } from '../assumptions.ts';
import { asCode, asText, bullets, markdownTable } from '../markdown.ts';
import { counted, date, listed, quoted, weeks } from '../wording.ts';
import { type Item, paragraphs, type Subject } from './subject.ts';

export const objectives = (subject: Subject): readonly Item[] => [
  { number: '1.1', name: 'Purpose of the model', text: purpose(subject) },
  { number: '1.2', name: 'Model outputs', text: outputs(subject) },
  { number: '1.3', name: 'Experimentation aims', text: aims(subject) },
];

const purpose = ({ document: { name, scenario } }: Subject): string =>
  paragraphs(
    'A council’s family support service takes referrals of families, decides on them at a front door, puts those that need help on a waiting list, allocates each to a worker who has room, works with the family, and closes the case. The model answers: if staffing, caps, triage, dosage, allocation or demand change, what happens to the size of the waiting list and the time to allocation, week by week, and how sure is that?',
    `This description is of one scenario: **${asText(name)}**.`,
    scenario.description === undefined ? null : asText(scenario.description),
  );

function outputs({ scenario }: Subject): string {
  const rows = MEASURE_KEYS.map((key) => [
    asCode(key),
    MEASURES[key].label,
    MEASURES[key].unit,
    MEASURES[key].meaning,
  ]);
  return paragraphs(
    `Each is reported for the whole service, and by pathway, team and locality where there are several; counted in families, and again in their children. The target of “within target” is ${counted(scenario.allocation.targetDays, 'working day')}. The window is the time reported (4.2). An output about a mechanism that is left alone (2.2) is 0 or has no value.`,
    markdownTable(['Key', 'Output', 'Unit', 'Definition'], rows),
    `Also for each week: ${WEEKLY_KEYS.map(asCode).join(', ')}.`,
  );
}

function aims({ document, phases, scenario, weeks: reported, run }: Subject): string {
  const set = assumptionsLog(document).filter(({ changed }) => changed).length;
  const changes = phases.slice(1).map(({ from, names }) => {
    return `${listed(names.map((name) => asText(quoted(name))))}, from ${date(from)}`;
  });
  return paragraphs(
    `To estimate the outputs above for this scenario over ${weeks(reported)} from ${date(scenario.period.start)}, with intervals for chance (${run.replications === 'auto' ? 'as many replications as those need' : counted(run.replications, 'replication')}), and to be compared with scenarios that differ from it in few inputs, replication by replication with the same families.`,
    `It sets ${counted(set, 'input')} otherwise than the default (3.3).`,
    changes.length === 0
      ? 'Nothing changes during the run.'
      : `Changes during the run whose effect is to be seen (2.3):\n\n${bullets(changes)}`,
  );
}
