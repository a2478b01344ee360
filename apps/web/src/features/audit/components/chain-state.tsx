import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { auditHeadQuery, auditVerificationQuery } from '../api/audit-requests.ts';

/** A longer trail is only verified when somebody asks: it is read as a whole. */
const verifiedUnasked = 20_000;

/** Whether the chain of hashes holds, and up to where. */
export function ChainState() {
  const head = useQuery(auditHeadQuery);
  const check = useQuery({
    ...auditVerificationQuery,
    enabled: head.data !== undefined && head.data.position <= verifiedUnasked,
  });
  const again = (
    <Button variant="default" h={44} loading={check.isFetching} onClick={() => void check.refetch()}>
      {check.data === undefined ? 'Verify the trail' : 'Verify again'}
    </Button>
  );
  if (check.isError) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />;
  if (check.data === undefined) {
    return check.isFetching ? <LoadingState label="Verifying the trail…" /> : <Group>{again}</Group>;
  }
  const { is_unbroken: isUnbroken, head: last, entries, erased, broken } = check.data;
  return (
    <Alert
      color={isUnbroken ? 'teal' : 'red'}
      variant="light"
      icon={isUnbroken ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
      title={
        isUnbroken
          ? `Verified up to entry ${formatNumber(last?.position ?? 0, 0)}`
          : `Broken at entry ${formatNumber(broken?.position ?? 0, 0)}`
      }
      role={isUnbroken ? 'status' : 'alert'}
      data-testid="chain-state"
      data-unbroken={isUnbroken}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ flex: '1 1 260px' }}>
          {isUnbroken ? (
            <>
              Every entry is as it was written
              {erased > 0 && `; ${formatNumber(erased, 0)} names were erased`}. Newest hash{' '}
              <Digest value={last?.hash ?? ''} />,{' '}
              {formatInstant(new Date(check.dataUpdatedAt).toISOString())}.
            </>
          ) : (
            `What is wrong: ${broken?.reason}. The ${formatNumber(entries, 0)} entries before it are as they were written.`
          )}
        </Text>
        {again}
      </Group>
    </Alert>
  );
}
