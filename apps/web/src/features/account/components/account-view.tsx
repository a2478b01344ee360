import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { accountQuery } from '../api/account-requests.ts';
import { ApiKeysSection } from './api-keys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One's own account. */
export function AccountView() {
  const query = useQuery(accountQuery);
  const account = query.data;
  return (
    <>
      <PageHeader
        title="Account"
        description={account === undefined ? undefined : `${account.user.username}, ${account.user.role}`}
      />
      {query.isPending && <LoadingState label="Loading the account…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {account !== undefined && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <Stack gap="md">
            <SecondFactorSection account={account} />
            {account.user.has_password && <PasswordSection />}
          </Stack>
          {!account.second_factor.is_missing && (
            <Stack gap="md">
              <SessionsSection />
              <ApiKeysSection />
            </Stack>
          )}
        </SimpleGrid>
      )}
    </>
  );
}
