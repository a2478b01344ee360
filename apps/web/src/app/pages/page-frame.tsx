import { Container } from '@mantine/core';
import type { ReactNode } from 'react';

/** Width and margins of ordinary pages. */
export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <Container size={1320} px={{ base: 'sm', sm: 'lg' }} py="lg">
      {children}
    </Container>
  );
}
