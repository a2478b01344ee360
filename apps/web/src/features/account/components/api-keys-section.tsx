import { Alert, Button, Checkbox, Code, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { ApiKeyScope } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { accountKeys, createApiKey, ownKeysQuery, revokeOwnKey } from '../api/account-requests.ts';
import { text } from '../texts/text.ts';

const SCOPES: readonly { value: ApiKeyScope; label: string }[] = [
  {
    value: 'read',
    get label() {
      return text.read;
    },
  },
  {
    value: 'measure',
    get label() {
      return text.measure;
    },
  },
  {
    value: 'label',
    get label() {
      return text.label;
    },
  },
  {
    value: 'records',
    get label() {
      return text.records;
    },
  },
  {
    value: 'jobs',
    get label() {
      return text.jobs;
    },
  },
  {
    value: 'models',
    get label() {
      return text.models;
    },
  },
  {
    value: 'admin',
    get label() {
      return text.administer;
    },
  },
];

/** Keys for programs. */
export function ApiKeysSection() {
  const queryClient = useQueryClient();
  const query = useQuery(ownKeysQuery);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read']);
  const [days, setDays] = useState(90);
  const refresh = () => queryClient.invalidateQueries({ queryKey: accountKeys.apiKeys() });
  const create = useMutation({
    mutationFn: () =>
      createApiKey({ name: name.trim(), scopes: scopes as ApiKeyScope[], expires_in_days: days }),
    onSuccess: () => {
      setName('');
      return refresh();
    },
  });
  const revoke = useMutation({ mutationFn: revokeOwnKey, onSuccess: refresh });
  const error = create.error ?? revoke.error;
  return (
    <Section title={text.apiKeys} description={text.forProgramsAKey}>
      {query.isPending && <LoadingState label={text.loadingTheKeys} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.map((key) => (
        <Group key={key.id} justify="space-between" data-testid="key-row">
          <Stack gap={0} style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm">
              {key.name} <Code>{key.prefix}…</Code>
            </Text>
            <Text size="sm" c="dimmed">
              {fill(text.ends, {
                scopes: key.scopes.join(', '),
                expiresAt: formatInstant(key.expires_at),
                lastUsedAt:
                  key.last_used_at === null
                    ? text.neverUsed
                    : fill(text.used, { lastUsedAt: formatInstant(key.last_used_at) }),
              })}
            </Text>
          </Stack>
          <Button variant="default" h={44} onClick={() => revoke.mutate(key.id)} loading={revoke.isPending}>
            {text.revoke}
          </Button>
        </Group>
      ))}
      {create.data !== undefined && (
        <Alert color="teal" variant="light" role="status" title={text.copyTheKeyNow}>
          <Code block data-testid="new-key" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {create.data.secret}
          </Code>
        </Alert>
      )}
      <form
        aria-label={text.makeAnApiKey}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Stack gap="sm">
          <Group align="flex-end">
            <TextInput
              label={text.whatIsTheKey}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NumberInput
              label={text.endsAfterDays}
              min={1}
              max={366}
              w={140}
              value={days}
              onChange={(value) => setDays(Number(value))}
            />
          </Group>
          <Checkbox.Group label={text.itMay} value={scopes} onChange={setScopes}>
            <Group gap="md" mt={4}>
              {SCOPES.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} styles={{ body: { minHeight: 32 } }} />
              ))}
            </Group>
          </Checkbox.Group>
          <Button
            type="submit"
            h={44}
            w="fit-content"
            loading={create.isPending}
            disabled={name.trim() === '' || scopes.length === 0 || !(days >= 1 && days <= 366)}
          >
            {text.makeAKey}
          </Button>
        </Stack>
      </form>
      {error !== null && <ErrorState error={error} />}
    </Section>
  );
}
