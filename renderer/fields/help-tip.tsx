/** A question mark that opens an explanation: by mouse, touch or keyboard, and it stays until put away. */
import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface HelpTipProps {
  /** What is explained. */
  readonly title: string;
  readonly children: ReactNode;
}

export function HelpTip({ title, children }: HelpTipProps) {
  return (
    <Popover width={340} position="bottom-start" shadow="md" withArrow trapFocus={false} returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" size={24} aria-label={`Help on ${title}`}>
          <IconHelp size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm" mb={4}>
          {title}
        </Text>
        <Text component="div" size="sm">
          {children}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
