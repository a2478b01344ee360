import { Button, Group } from '@mantine/core';
import type { Report, ReportDocument } from '@mlmcsc/contracts';
import { IconDownload, IconSignature } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import {
  discardReport,
  makeReport,
  reportDocumentUrl,
  reportKeys,
  reportPdfUrl,
} from '../api/report-requests.ts';
import { text } from '../texts/text.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';

type Open = 'sign' | 'discard' | 'supersede' | null;

/** What can be done with a report as it stands, by whom may. */
export function ReportActions({
  report,
  document,
  unprintable,
}: {
  report: Report;
  document: ReportDocument;
  /** Codes of letters that paper cannot show. */
  unprintable: readonly string[];
}) {
  const role = useSignedInUser()?.role ?? 'viewer';
  const [open, setOpen] = useState<Open>(null);
  const [key] = useState(newKey);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const close = () => setOpen(null);
  const discard = useMutation({
    mutationFn: (reason: string) => discardReport(report.id, reason),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: reportKeys.all });
      close();
    },
  });
  const supersede = useMutation({
    mutationFn: (reason: string) =>
      makeReport(
        report.series_id,
        {
          supersedes: { report_id: report.id, reason },
          curves: document.curves.map(({ property, model }) => ({ property, model })),
        },
        key,
      ),
    onSuccess: async ({ id }) => {
      close();
      await queryClient.invalidateQueries({ queryKey: reportKeys.all });
      await navigate({ to: '/reports/$id', params: { id } });
    },
  });
  const mayWrite = roleAtLeast(role, 'technician');
  return (
    <Group gap="sm" mb="md">
      {report.state === 'draft' && roleAtLeast(role, 'reviewer') && (
        <Button h={44} leftSection={<IconSignature size={18} aria-hidden />} onClick={() => setOpen('sign')}>
          {text.sign}
        </Button>
      )}
      <Button
        component="a"
        href={reportPdfUrl(report.id)}
        download
        variant="default"
        h={44}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {text.pdf}
      </Button>
      <Button
        component="a"
        href={reportDocumentUrl(report.id)}
        download
        variant="default"
        h={44}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {text.documentJson}
      </Button>
      {report.state === 'signed' && mayWrite && (
        <Button variant="default" h={44} onClick={() => setOpen('supersede')}>
          {text.supersede}
        </Button>
      )}
      {report.state === 'draft' && mayWrite && (
        <Button variant="default" h={44} onClick={() => setOpen('discard')}>
          {text.discard}
        </Button>
      )}
      <SignDialog report={report} unprintable={unprintable} isOpen={open === 'sign'} onClose={close} />
      <ReasonDialog
        title={text.discardTheDraft}
        label={text.whyNobodyIsTo}
        action={text.discard}
        isOpen={open === 'discard'}
        isPending={discard.isPending}
        error={discard.error}
        onClose={close}
        onReason={(reason) => discard.mutate(reason)}
      >
        {text.theDraftStaysReadable}
      </ReasonDialog>
      <ReasonDialog
        title={text.supersedeTheReport}
        label={text.whatWasWrong}
        action={text.makeTheNextVersion}
        isOpen={open === 'supersede'}
        isPending={supersede.isPending}
        error={supersede.error}
        onClose={close}
        onReason={(reason) => supersede.mutate(reason)}
      >
        {text.correctTheValuesOf}
      </ReasonDialog>
    </Group>
  );
}
