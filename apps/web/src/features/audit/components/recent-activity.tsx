import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { auditListQuery } from '../api/audit-requests.ts';
import { text } from '../texts/text.ts';
import { AuditTable } from './audit-table.tsx';

const shown = 10;

/** What somebody did lately. */
export function RecentActivity({ username }: { username: string }) {
  const query = useInfiniteQuery(auditListQuery({ actor: username }));
  const entries = query.data?.pages[0]?.items.slice(0, shown) ?? [];
  return (
    <Section
      title={text.lately}
      description={
        <Link to="/audit" search={{ actor: username }} className="text-link">
          {text.everythingInTheAudit}
        </Link>
      }
    >
      {query.isPending && <LoadingState label={text.loadingTheEntries} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.nothingIsRecorded}
        </Text>
      )}
      {entries.length > 0 && <AuditTable entries={entries} />}
    </Section>
  );
}
