import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { describeErrorBriefly } from '../../shared/api/problem.ts';
import { currentLanguage, LANGUAGES, type Language } from '../../shared/language/language.ts';
import { chooseLanguage } from '../../shared/language/page-language.ts';
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

/** Each language in its own words, so that whoever cannot read the page finds the way out. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** A change of the language makes the page anew; the focus then returns to where it was. */
let wantsFocus = false;

/** Light, dark, or like the system; and the language of the page. */
export function AppearanceMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const current = SCHEMES.find((scheme) => scheme.value === colorScheme) ?? SCHEMES[2];
  const button = useRef<HTMLButtonElement>(null);
  const choice = useMutation({
    mutationFn: async (language: Language) => {
      wantsFocus = true;
      await chooseLanguage(language);
    },
    onError: () => {
      wantsFocus = false;
    },
  });
  useEffect(() => {
    if (wantsFocus) button.current?.focus();
    wantsFocus = false;
  }, []);
  const chosen = <IconCheck size={16} aria-label={text.chosen} />;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={text.appearance}
          title={text.appearance}
          data-testid="appearance-menu"
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
            rightSection={value === colorScheme ? chosen : null}
            onClick={() => setColorScheme(value)}
          >
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{text.language}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            mih={44}
            lang={language}
            rightSection={language === currentLanguage() ? chosen : null}
            onClick={() => choice.mutate(language)}
          >
            {NAMES[language]}
          </Menu.Item>
        ))}
        {choice.isError && <Menu.Label role="alert">{describeErrorBriefly(choice.error)}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
