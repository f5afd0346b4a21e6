/** Light, dark, or as the system has it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useApp } from './app-context.ts';

const THEMES = [
  { theme: 'light', label: 'Light', Icon: IconSun },
  { theme: 'dark', label: 'Dark', Icon: IconMoon },
  { theme: 'as the system', label: 'As the system', Icon: IconDeviceDesktop },
] as const;

export const ThemeSwitch = observer(() => {
  const app = useApp();
  const now = THEMES.find(({ theme }) => theme === app.settings.theme) ?? THEMES[2];
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" size="lg" aria-label={`Theme: ${now.label}`}>
          <now.Icon size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map(({ theme, label, Icon }) => (
          <Menu.Item
            key={theme}
            role="menuitemradio"
            aria-checked={theme === now.theme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={theme === now.theme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => void app.changeSettings({ theme })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
