import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { Digest } from '../../../shared/ui/digest.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { auditHeadQuery, auditVerificationQuery } from '../api/audit-requests.ts';
import { text } from '../texts/text.ts';

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
      {check.data === undefined ? text.verifyTheTrail : text.verifyAgain}
    </Button>
  );
  if (check.isError) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />;
  if (check.data === undefined) {
    return check.isFetching ? <LoadingState label={text.verifyingTheTrail} /> : <Group>{again}</Group>;
  }
  const { is_unbroken: isUnbroken, head: last, entries, erased, broken } = check.data;
  return (
    <Alert
      color={isUnbroken ? 'teal' : 'red'}
      variant="light"
      icon={isUnbroken ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
      title={
        isUnbroken
          ? fill(text.verifiedUpToEntry, { position: formatNumber(last?.position ?? 0, 0) })
          : fill(text.brokenAtEntry, { position: formatNumber(broken?.position ?? 0, 0) })
      }
      role={isUnbroken ? 'status' : 'alert'}
      data-testid="chain-state"
      data-unbroken={isUnbroken}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ flex: '1 1 260px' }}>
          {isUnbroken
            ? rich(text.everyEntryIsAs, {
                erased: erased > 0 && fill(text.namesWereErased, { erased: formatNumber(erased, 0) }),
                hash: <Digest value={last?.hash ?? ''} />,
                value: formatInstant(new Date(check.dataUpdatedAt).toISOString()),
              })
            : fill(text.whatIsWrongThe, { reason: broken?.reason ?? '', entries: formatNumber(entries, 0) })}
        </Text>
        {again}
      </Group>
    </Alert>
  );
}
