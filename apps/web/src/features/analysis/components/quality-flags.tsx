import { Alert, Stack, Text } from '@mantine/core';
import type { QualityFlag } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react';
import { currentLanguage } from '../../../shared/language/language.ts';
import { flagRemedy, flagTitle } from '../quality-advice.ts';
import { text } from '../texts/text.ts';

const LOOKS = {
  info: {
    color: 'petrol',
    icon: <IconInfoCircle size={20} />,
    get word() {
      return text.note;
    },
  },
  warning: {
    color: 'orange',
    icon: <IconAlertTriangle size={20} />,
    get word() {
      return text.warning;
    },
  },
  refuse: {
    color: 'red',
    icon: <IconBan size={20} />,
    get word() {
      return text.refused;
    },
  },
} as const;

const ORDER = { refuse: 0, warning: 1, info: 2 } as const;

/** Remarks on the picture, the gravest first, each with its remedy; the server's sentence is English, so the remedy stands alone in German. */
export function QualityFlags({ flags }: { flags: readonly QualityFlag[] }) {
  if (flags.length === 0) return null;
  const sorted = [...flags].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return (
    <Stack gap="xs" data-testid="quality-flags">
      {sorted.map((flag) => {
        const look = LOOKS[flag.severity];
        const remedy = flagRemedy(flag);
        return (
          <Alert
            key={flag.code}
            color={look.color}
            variant="light"
            icon={look.icon}
            title={`${look.word}: ${flagTitle(flag)}`}
            p="sm"
            data-flag={flag.code}
          >
            {(remedy === '' || currentLanguage() === 'en') && <Text size="sm">{flag.detail}</Text>}
            {remedy !== '' && !flag.detail.includes(remedy) && (
              <Text size="sm" mt={2}>
                {remedy}
              </Text>
            )}
          </Alert>
        );
      })}
    </Stack>
  );
}
