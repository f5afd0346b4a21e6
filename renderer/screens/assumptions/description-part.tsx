/** The description of the model for exactly this scenario, as the host writes it. */
import { Alert, Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { reaction } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { fileName } from '../../charts/exports.ts';
import { saveFile } from '../../connection/saved-file.ts';
import { useApp } from '../../frame/app-context.ts';
import type { AssumptionsView } from './assumptions-view.ts';
import { MarkdownView } from './markdown-view.tsx';

/** Which stands above it already. */
const withoutTitle = (text: string) => text.replace(/^# .*\n+/, '');

export const DescriptionPart = observer(function DescriptionPart({
  view,
}: {
  readonly view: AssumptionsView;
}) {
  const app = useApp();
  const { scenario, description } = view;
  useEffect(
    () =>
      reaction(
        () => (scenario.valid ? scenario.content : null),
        (content) => {
          if (content) void view.describe(content);
        },
        { fireImmediately: true },
      ),
    [view, scenario],
  );
  const text = description?.text ?? null;
  const stale = text !== null && description?.content !== scenario.content;
  return (
    <>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>Model description</Title>
        <Group gap="sm" className="screen-only">
          <span className="part-state" role="status">
            {stale ? (scenario.valid ? 'Updating' : 'As it was before: a value is not allowed') : ''}
          </span>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={text === null || stale}
            onClick={() => {
              if (text === null) return;
              saveFile(fileName(`model ${scenario.name}`, 'md'), text).catch((thrown: unknown) =>
                app.tellFailure('The description could not be saved', thrown),
              );
            }}
          >
            Save as Markdown
          </Button>
        </Group>
      </Group>
      {description?.failure != null && (
        <Alert color="red" title="The description could not be made" mb="sm">
          <Text size="sm">{description.failure}</Text>
          <Button size="compact-sm" mt="xs" variant="default" onClick={() => void view.describeAgain()}>
            Try again
          </Button>
        </Alert>
      )}
      {text !== null && (
        <div className="description" data-stale={stale || undefined}>
          <MarkdownView markdown={withoutTitle(text)} topLevel={2} />
        </div>
      )}
      {description === null && (
        <div className="part-waiting" role="status">
          {scenario.valid ? (
            <>
              <Loader type="dots" aria-hidden />
              <Text size="sm">Writing the description</Text>
            </>
          ) : (
            <Text size="sm">A value is not allowed. Put it right to see the description.</Text>
          )}
        </div>
      )}
    </>
  );
});
