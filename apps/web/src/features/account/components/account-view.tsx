import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { roleText } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { accountQuery } from '../api/account-requests.ts';
import { text } from '../texts/text.ts';
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
        title={text.account}
        description={
          account === undefined ? undefined : `${account.user.username}, ${roleText(account.user.role)}`
        }
      />
      {query.isPending && <LoadingState label={text.loadingTheAccount} />}
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
