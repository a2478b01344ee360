import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { text } from '../texts/text.ts';

const SCHEMES = [
  {
    value: 'light',
    get title() {
      return text.light;
    },
    icon: <IconSun size={18} />,
  },
  {
    value: 'dark',
    get title() {
      return text.dark;
    },
    icon: <IconMoon size={18} />,
  },
  {
    value: 'auto',
    get title() {
      return text.likeTheSystem;
    },
    icon: <IconDeviceDesktop size={18} />,
  },
] as const;

/** Light, dark, or like the system. */
export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const current = SCHEMES.find((scheme) => scheme.value === colorScheme) ?? SCHEMES[2];
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={text.appearance}
          title={text.appearance}
          data-testid="theme-toggle"
        >
          {current.icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, title, icon }) => (
          <Menu.Item
            key={value}
            mih={44}
            leftSection={icon}
            rightSection={value === colorScheme ? <IconCheck size={16} aria-label={text.chosen} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
