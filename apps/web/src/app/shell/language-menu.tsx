import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { describeErrorBriefly } from '../../shared/api/problem.ts';
import { currentLanguage, LANGUAGES, type Language } from '../../shared/language/language.ts';
import { chooseLanguage } from '../../shared/language/page-language.ts';
import { text } from '../texts/text.ts';

/** Each language in its own words, so that whoever cannot read the page finds the way out. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** A change makes the page anew; the focus then returns to where it was. */
let wantsFocus = false;

/** The language of the page. */
export function LanguageMenu() {
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
  const title = `${text.language}: ${NAMES[currentLanguage()]}`;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={title}
          title={title}
          data-testid="language-menu"
        >
          <IconLanguage size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            mih={44}
            lang={language}
            rightSection={
              language === currentLanguage() ? <IconCheck size={16} aria-label={text.chosen} /> : null
            }
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
