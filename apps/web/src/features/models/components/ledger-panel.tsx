import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Deployment } from '@mlmcsc/contracts';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { modelKeys } from '../../../shared/queries/model-queries.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { deploymentsQuery, rollBack } from '../api/governance-requests.ts';
import { DEPLOYMENT_KINDS } from '../model-text.ts';
import { text } from '../texts/text.ts';
import classes from './ledger-panel.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

/** Which model was in service from when on, and the way back. */
export function LedgerPanel() {
  const ledger = useQuery(deploymentsQuery);
  const user = useSignedInUser();
  const items = ledger.data?.items ?? [];
  const mayRollBack = user !== null && roleAtLeast(user.role, 'engineer') && items.length > 1;
  return (
    <Paper withBorder p="md" component="section" aria-label={text.inService}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h4">
          {text.inServiceNewestFirst}
        </Title>
        {mayRollBack && items[0] !== undefined && <RollBack champion={items[0]} />}
      </Group>
      {ledger.isPending && <LoadingState label={text.loadingTheLedger} />}
      {ledger.isError && <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />}
      <ol className={classes.list} data-testid="ledger">
        {items.map((one) => (
          <li key={one.id} className={classes.row}>
            <Group gap="xs">
              <Text fw={600} className={classes.version}>
                {one.to_version}
              </Text>
              <Badge color={DEPLOYMENT_KINDS[one.kind].color} variant="light" radius="sm" tt="none">
                {DEPLOYMENT_KINDS[one.kind].title}
              </Badge>
            </Group>
            <Text size="sm">{one.reason}</Text>
            <Text size="sm" c="dimmed">
              {formatInstant(one.deployed_at)} · {one.deployed_by}
              {one.approved_by !== null && fill(text.approvedBy, { approvedBy: one.approved_by })}
            </Text>
          </li>
        ))}
      </ol>
    </Paper>
  );
}

function RollBack({ champion }: { champion: Deployment }) {
  const [isOpen, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: rollBack,
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries({ queryKey: modelKeys.all });
    },
  });
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="light"
        color="orange"
        h={44}
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="roll-back"
      >
        {text.rollBack}
      </Button>
      {mutation.data !== undefined && (
        <Alert color="petrol" variant="light" role="status">
          {fill(text.isInServiceAgain, { toVersion: mutation.data.to_version })}
        </Alert>
      )}
      <ReasonDialog
        title={text.rollBack}
        action={text.rollBack}
        isOpen={isOpen}
        isPending={mutation.isPending}
        error={mutation.error}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => mutation.mutate({ from_version: champion.to_version, reason })}
      >
        {fill(text.theModelThatReplaced, { toVersion: champion.to_version })}
      </ReasonDialog>
    </Stack>
  );
}
