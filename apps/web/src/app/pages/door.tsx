import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppearanceMenu } from '../shell/appearance-menu.tsx';
import { BrandMark } from '../shell/brand-mark.tsx';
import { text } from '../texts/text.ts';
import classes from './sign-in-page.module.css';

/** Frame of the pages before the sign-in. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <AppearanceMenu />
      </div>
      <Paper withBorder p="xl" className={classes.card}>
        <Stack gap="lg">
          <Group gap="md" wrap="nowrap">
            <BrandMark size={44} />
            <div>
              <Title order={1} size="h3">
                MLMCSC
              </Title>
              <Text c="dimmed" size="sm">
                {text.percentShearOfCharpy}
              </Text>
            </div>
          </Group>
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
