/** Six questions about one's own service. */
import { Alert, Button, Group, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ScenarioContent } from '../../../host/contract.ts';
import { percent } from '../../../reports/wording.ts';
import { LONGEST_NAME } from '../../../scenarios/schema.ts';
import { HelpTip } from '../../fields/help-tip.tsx';
import { labelInPlace } from '../../fields/labels.ts';
import { PlainNumber } from '../../fields/number-input.tsx';
import { allowedInWords, rangeInWords } from '../../fields/words.ts';
import { leafAt } from '../../stores/parameter-at.ts';
import {
  contentFromFigures,
  FIGURE_PATHS,
  type FigureName,
  figureProblems,
  IN_POST,
  type OwnFigures,
} from './own-figures.ts';

interface Question {
  readonly figure: FigureName;
  readonly asks: string;
  readonly unit: string;
  readonly hint: string;
}

const QUESTIONS: readonly Question[] = [
  {
    figure: 'referralsPerYear',
    asks: 'How many referrals come in a year?',
    unit: 'a year',
    hint: 'All that reach the front door, for this service.',
  },
  {
    figure: 'shareAccepted',
    asks: 'What share is accepted?',
    unit: 'share',
    hint: 'Of those referrals, how many become families to work with.',
  },
  {
    figure: 'workers',
    asks: 'How many workers hold cases?',
    unit: 'full-time equivalents',
    hint: `Posts, filled or not; ${percent(IN_POST)} are taken to be in post.`,
  },
  {
    figure: 'cap',
    asks: 'How many families can a full-timer hold?',
    unit: 'families',
    hint: 'The caseload cap, or the caseload at which nobody is given more.',
  },
  {
    figure: 'lengthWeeks',
    asks: 'How long is a family worked with?',
    unit: 'weeks',
    hint: 'Typically, from allocation to closure; half a year is 26 weeks.',
  },
  {
    figure: 'waiting',
    asks: 'How many families wait now?',
    unit: 'families',
    hint: 'On the list today, accepted but not allocated. 0 if nobody waits.',
  },
];

type Typed = Readonly<Record<FigureName, unknown>>;
const NOTHING: Typed = {
  referralsPerYear: '',
  shareAccepted: '',
  workers: '',
  cap: '',
  lengthWeeks: '',
  waiting: '',
};

interface FiguresFormProps {
  readonly disabled: boolean;
  readonly start: (content: ScenarioContent) => void;
  readonly back: () => void;
}

export function FiguresForm({ disabled, start, back }: FiguresFormProps) {
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [left, setLeft] = useState<ReadonlySet<FigureName>>(new Set());
  const [name, setName] = useState('Our service');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const content = contentOf(typed, name);
  const { ofFigures, others } = problemsOf(typed, content);
  const shown = (figure: FigureName) => (left.has(figure) ? ofFigures.get(figure) : undefined);
  const leave = (figure: FigureName) => setLeft((before) => new Set([...before, figure]));

  const send = (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set(QUESTIONS.map(({ figure }) => figure)));
    const wrong = QUESTIONS.find(({ figure }) => ofFigures.has(figure));
    if (wrong) document.getElementById(inputId(wrong.figure))?.focus();
    else if (others.length === 0 && content && !disabled) start(content);
  };

  return (
    <form onSubmit={send} noValidate className="start-panel" aria-labelledby="figures-title">
      <Title order={2} id="figures-title" ref={heading} tabIndex={-1}>
        Start from my figures
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        Six figures make a first picture. Everything else begins at usual values, which are marked as such and
        can be changed.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing="md">
        {QUESTIONS.map((question) => (
          <Answer
            key={question.figure}
            question={question}
            value={typed[question.figure]}
            problem={shown(question.figure)}
            type={(value) => setTyped((before) => ({ ...before, [question.figure]: value }))}
            leave={() => leave(question.figure)}
          />
        ))}
      </SimpleGrid>
      <TextInput
        mt="md"
        maw={420}
        label="What shall it be called?"
        value={name}
        maxLength={LONGEST_NAME}
        onChange={({ target }) => setName(target.value)}
      />
      {left.size === QUESTIONS.length && ofFigures.size === 0 && others.length > 0 && (
        <Alert color="red" mt="md" title="These figures do not go together">
          {others.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Alert>
      )}
      <Group mt="lg">
        <Button type="submit" aria-disabled={disabled} {...(disabled ? { 'data-disabled': true } : {})}>
          Show my service
        </Button>
        <Button variant="default" onClick={back}>
          Back
        </Button>
      </Group>
    </form>
  );
}

const inputId = (figure: FigureName) => `figure-${figure}`;

interface AnswerProps {
  readonly question: Question;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly type: (value: unknown) => void;
  readonly leave: () => void;
}

function Answer({ question: { figure, asks, unit, hint }, value, problem, type, leave }: AnswerProps) {
  const { about } = leafAt(FIGURE_PATHS[figure]);
  const id = inputId(figure);
  return (
    <div>
      <Group gap={2} wrap="nowrap">
        <label htmlFor={id} className="start-question">
          {asks}
        </label>
        <HelpTip title={asks}>
          {about.description} Allowed: {wanted(figure)}.
        </HelpTip>
      </Group>
      <PlainNumber
        id={id}
        value={value}
        unit={unit}
        invalid={problem !== undefined}
        describedBy={`${id}-hint ${id}-problem`}
        onType={type}
        onLeave={leave}
      />
      <Text size="xs" c="dimmed" mt={2} id={`${id}-hint`}>
        {hint}
      </Text>
      <Text
        size="xs"
        c="var(--mantine-color-error)"
        id={`${id}-problem`}
        role={problem ? 'alert' : undefined}
      >
        {problem ?? ''}
      </Text>
    </div>
  );
}

/** `null` until every figure is a number. */
function contentOf(typed: Typed, name: string): ScenarioContent | null {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());
  return isWhole(typed) ? contentFromFigures(typed, name.trim() || 'Our service', today) : null;
}

const isWhole = (typed: Typed): typed is OwnFigures =>
  Object.values(typed).every((value) => typeof value === 'number');

/** A length is asked for as a plain number, although the parameter takes a distribution: it is its mean. */
function wanted(figure: FigureName): string {
  const { about } = leafAt(FIGURE_PATHS[figure]);
  return about.form.kind === 'time' ? rangeInWords(about.form, about.unit) : allowedInWords(about);
}

interface FormProblems {
  /** What to write, by figure. */
  readonly ofFigures: ReadonlyMap<FigureName, string>;
  /** What is about no single one. */
  readonly others: readonly string[];
}

function problemsOf(typed: Typed, content: ScenarioContent | null): FormProblems {
  const asked = (figures: readonly FigureName[]) =>
    new Map(figures.map((figure) => [figure, `Write ${wanted(figure)}.`]));
  if (content === null) {
    const missing = QUESTIONS.filter(({ figure }) => typeof typed[figure] !== 'number');
    return { ofFigures: asked(missing.map(({ figure }) => figure)), others: [] };
  }
  const found = figureProblems(content);
  return {
    ofFigures: asked(found.flatMap(({ figure }) => figure ?? [])),
    others: found.flatMap(({ figure, problem: { path, message } }) =>
      figure === null ? [`${labelInPlace(path)} ${message}.`] : [],
    ),
  };
}
