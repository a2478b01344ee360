import {
  Alert,
  Button,
  Center,
  Code,
  Group,
  Loader,
  Paper,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconLock, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeError, isDenied } from '../api/problem.ts';
import { rich } from '../language/rich.tsx';
import { text } from '../texts/text.ts';

/** While something is on its way. */
export function LoadingState({ label }: { label: string }) {
  return (
    <Center py="xl" role="status" data-testid="loading-state">
      <Group gap="sm">
        <Loader size="sm" />
        <Text c="dimmed">{label}</Text>
      </Group>
    </Center>
  );
}

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** 1 where this is all that the page shows. */
  titleOrder?: 1 | 2;
  children?: ReactNode;
  action?: ReactNode;
}

/** When there is nothing to show, and what to do about it. */
export function EmptyState({ icon, title, titleOrder = 2, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" data-testid="empty-state">
      <ThemeIcon size={56} radius={999} variant="light">
        {icon}
      </ThemeIcon>
      <Title order={titleOrder} size="h4" ta="center">
        {title}
      </Title>
      {children !== undefined && (
        <Text c="dimmed" ta="center" maw={460}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** When a request failed: what happened, the number to report, and a second attempt. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  if (isDenied(error)) return <DeniedState error={error} />;
  const { title, detail, requestId } = describeError(error);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title={title}
      role="alert"
      data-testid="error-state"
    >
      <Stack gap="sm" align="flex-start">
        {detail !== null && <Text size="sm">{detail}</Text>}
        {requestId !== null && (
          <Text size="xs" c="dimmed">
            {rich(text.request, { requestId: <Code>{requestId}</Code> })}
          </Text>
        )}
        {onRetry !== undefined && (
          <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={onRetry} h={44}>
            {text.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** When the signed-in role is not enough. */
export function DeniedState({ error }: { error: unknown }) {
  const { detail } = describeError(error);
  return (
    <Paper withBorder data-testid="denied-state" role="alert">
      <EmptyState icon={<IconLock size={28} />} title={text.yourRoleDoesNot}>
        {detail ?? text.askAnAdministratorIf}
      </EmptyState>
    </Paper>
  );
}
