import { Button, FileButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Letterhead } from '@mlmcsc/contracts';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { base64Of } from '../../../shared/requests/base64-of.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { changeLetterhead, letterheadQuery, logoUrl } from '../api/letterhead-requests.ts';
import { text } from '../texts/text.ts';
import classes from './letterhead.module.css';

/** Who tests, as reports say it. Administrators change it; everybody may look. */
export function LetterheadForm() {
  const query = useQuery(letterheadQuery);
  const mayChange = useSignedInUser()?.role === 'admin';
  return (
    <>
      <PageHeader title={text.letterhead} description={text.whatStandsAtThe} />
      {query.isPending && <LoadingState label={text.loadingTheLetterhead} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <Form key={query.data.revision} shown={query.data} mayChange={mayChange} />
      )}
    </>
  );
}

function Form({ shown, mayChange }: { shown: Letterhead; mayChange: boolean }) {
  const [name, setName] = useState(shown.name ?? '');
  const [address, setAddress] = useState(shown.address ?? '');
  const [accreditation, setAccreditation] = useState(shown.accreditation_number ?? '');
  /** Undefined: as it is. */
  const [logo, setLogo] = useState<File | null | undefined>(undefined);
  const queryClient = useQueryClient();
  const saving = useMutation({
    mutationFn: async () =>
      changeLetterhead(shown, {
        name: textOf(name),
        address: textOf(address),
        accreditation_number: textOf(accreditation),
        ...(logo === undefined
          ? {}
          : { logo: logo === null ? null : { content_base64: await base64Of(logo) } }),
      }),
    onSuccess: (saved) => queryClient.setQueryData(letterheadQuery.queryKey, saved),
  });
  const lines = address.split('\n').length;
  const isSame =
    textOf(name) === shown.name &&
    textOf(address) === shown.address &&
    textOf(accreditation) === shown.accreditation_number &&
    (logo === undefined || (logo === null && shown.logo === null));
  const field = { readOnly: !mayChange, maw: 560, styles: { input: { minHeight: 44 } } };
  return (
    <Section title={text.theLaboratory}>
      <form
        data-testid="letterhead"
        data-revision={shown.revision}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            {...field}
            label={text.name}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            {...field}
            label={text.address}
            description={text.atMostSixLines}
            autosize
            minRows={3}
            maxRows={6}
            maxLength={500}
            value={address}
            error={lines > 6 ? text.atMostSixLines : undefined}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <TextInput
            {...field}
            label={text.accreditationNumber}
            description={text.asTheAccreditationBody}
            maxLength={100}
            value={accreditation}
            onChange={(event) => setAccreditation(event.currentTarget.value)}
          />
          <LogoField shown={shown} chosen={logo} onChoose={setLogo} mayChange={mayChange} />
          {saving.isError && <ErrorState error={saving.error} />}
          {mayChange && (
            <Group>
              <Button type="submit" h={44} loading={saving.isPending} disabled={isSame || lines > 6}>
                {text.save}
              </Button>
            </Group>
          )}
          {shown.changed_at !== null && (
            <Text size="sm" c="dimmed">
              {fill(text.changed, {
                changedAt: formatInstant(shown.changed_at),
                changedBy: shown.changed_by ?? '',
              })}
            </Text>
          )}
        </Stack>
      </form>
    </Section>
  );
}

const textOf = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

interface LogoProps {
  readonly shown: Letterhead;
  readonly chosen: File | null | undefined;
  readonly onChoose: (file: File | null) => void;
  readonly mayChange: boolean;
}

function LogoField({ shown, chosen, onChoose, mayChange }: LogoProps) {
  const address = useLogoAddress(shown, chosen);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {text.logo}
      </Text>
      {address === null ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <span className={classes.paper}>
          <img src={address} alt={text.logoAsItIs} className={classes.logo} data-testid="logo" />
        </span>
      )}
      {mayChange && (
        <Group mt="xs" gap="sm">
          <FileButton onChange={(file) => file !== null && onChoose(file)} accept="image/png,image/jpeg">
            {(button) => (
              <Button {...button} variant="default" h={44} leftSection={<IconPhoto size={18} aria-hidden />}>
                {text.chooseALogo}
              </Button>
            )}
          </FileButton>
          {address !== null && (
            <Button
              variant="default"
              h={44}
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => onChoose(null)}
            >
              {text.withoutALogo}
            </Button>
          )}
          <Text size="sm" c="dimmed">
            {text.pngOrJpegAt}
          </Text>
        </Group>
      )}
    </div>
  );
}

/** Of the picture to show: the chosen file, else the stored logo, else none. */
function useLogoAddress({ logo }: Letterhead, chosen: File | null | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!(chosen instanceof File)) {
      setAddress(null);
      return undefined;
    }
    const made = URL.createObjectURL(chosen);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [chosen]);
  if (chosen === null) return null;
  if (chosen !== undefined) return address;
  return logo === null ? null : logoUrl(logo.sha256);
}
