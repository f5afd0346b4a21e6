/** What a parameter means, its unit, what is allowed, the usual value and where that comes from, how sure it is. */
import { CONFIDENCE_LABELS } from '../../reports/wording.ts';
import type { Field } from '../stores/scenario-store.ts';
import { HelpTip } from './help-tip.tsx';
import { allowedInWords, unitShown, valueInWords } from './words.ts';

export function ParameterHelp({ field }: { readonly field: Field }) {
  const { about, default: usual } = field.leaf;
  const rows = [
    ['Unit', unitShown(about.unit)],
    ['Allowed', allowedInWords(about)],
    [
      'Usual value',
      usual === undefined ? 'none; every service has its own' : valueInWords(usual, about.unit),
    ],
    ['Where that comes from', about.source],
    ['How sure', about.confidence && CONFIDENCE_LABELS[about.confidence]],
    ['Here set by', field.setBy === 'default' ? 'the usual value' : setByInWords(field.setBy)],
    ['Source of the value here', field.setBy === 'default' ? null : (field.source ?? 'none named')],
    ['Note', field.note],
  ] as const;
  return (
    <HelpTip title={field.label}>
      <p className="help-meaning">{about.description}</p>
      <dl className="help-facts">
        {rows.map(([term, said]) =>
          said ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </HelpTip>
  );
}

/** "this scenario" as it is, a preset's id as a preset. */
const setByInWords = (setBy: string): string => (setBy === 'this scenario' ? setBy : `the preset ${setBy}`);
