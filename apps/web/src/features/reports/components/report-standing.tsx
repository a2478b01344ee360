import { Alert, Text } from '@mantine/core';
import type { Report } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { text } from '../texts/text.ts';
import classes from './reports.module.css';

/** Whether the report can be relied on, and who answers for it. */
export function ReportStanding({ report }: { report: Report }) {
  const { signature, superseded_by: next, discarded } = report;
  return (
    <>
      {next !== null && (
        <Alert
          color="red"
          variant="light"
          title={fill(text.supersededByVersion2, { version: next.version })}
          data-testid="standing"
        >
          {next.reason}{' '}
          <Link to="/reports/$id" params={{ id: next.id }} className="text-link">
            {text.readTheVersionIn}
          </Link>
        </Alert>
      )}
      {discarded !== null && (
        <Alert color="gray" variant="light" title={text.discarded} data-testid="standing">
          {discarded.reason}
        </Alert>
      )}
      {report.state === 'draft' && (
        <Alert color="orange" variant="light" title={text.draft} data-testid="standing">
          {text.nobodyAnswersForIt}
        </Alert>
      )}
      {signature !== null && (
        <Section title={text.signature}>
          <dl className={classes.facts} data-testid="signature">
            <dt>{text.signedBy3}</dt>
            <dd>
              {signature.signed_by}, {formatInstant(signature.signed_at)}
            </dd>
            <dt>{text.meaning}</dt>
            <dd>{signature.statement}</dd>
            <dt>{text.shownBy}</dt>
            <dd>{signature.method === 'password' ? text.passwordOnceMore : text.passwordAndCodeOnce}</dd>
            <dt>{text.code}</dt>
            <dd className={classes.code} data-testid="verification-code">
              {signature.verification_code}
            </dd>
          </dl>
        </Section>
      )}
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {rich(text.sha256OfThe, { digest: <code>{report.digest}</code> })}
      </Text>
    </>
  );
}
