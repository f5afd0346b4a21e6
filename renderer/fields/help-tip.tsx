/** A question mark that opens an explanation: by mouse, touch or keyboard, and it stays until put away. */
import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';

interface HelpTipProps {
  /** What is explained. */
  readonly title: string;
  readonly children: ReactNode;
}

export function HelpTip({ title, children }: HelpTipProps) {
  const contentId = useId();
  return (
    // The focus goes in, so that the words are read and Escape closes.
    <Popover width={340} position="bottom-start" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon
          className="screen-only"
          variant="subtle"
          color="gray"
          c="dimmed"
          size={24}
          aria-label={`Help on ${title}`}
        >
          <IconHelp size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-describedby={contentId}>
        <Text fw={600} size="sm" mb={4}>
          {title}
        </Text>
        <Text component="div" size="sm" id={contentId}>
          {children}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
