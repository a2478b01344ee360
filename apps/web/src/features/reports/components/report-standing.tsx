import { Alert, Text } from '@mantine/core';
import type { Report } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
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
          title={`Superseded by version ${next.version}`}
          data-testid="standing"
        >
          {next.reason}{' '}
          <Link to="/reports/$id" params={{ id: next.id }} className="text-link">
            Read the version in force
          </Link>
        </Alert>
      )}
      {discarded !== null && (
        <Alert color="gray" variant="light" title="Discarded" data-testid="standing">
          {discarded.reason}
        </Alert>
      )}
      {report.state === 'draft' && (
        <Alert color="orange" variant="light" title="Draft" data-testid="standing">
          Nobody answers for it yet. It does not follow its series: when a value was corrected since, discard
          it and make another one.
        </Alert>
      )}
      {signature !== null && (
        <Section title="Signature">
          <dl className={classes.facts} data-testid="signature">
            <dt>Signed by</dt>
            <dd>
              {signature.signed_by}, {formatInstant(signature.signed_at)}
            </dd>
            <dt>Meaning</dt>
            <dd>{signature.statement}</dd>
            <dt>Shown by</dt>
            <dd>
              {signature.method === 'password' ? 'password, once more' : 'password and code, once more'}
            </dd>
            <dt>Code</dt>
            <dd className={classes.code} data-testid="verification-code">
              {signature.verification_code}
            </dd>
          </dl>
        </Section>
      )}
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        SHA-256 of the document: <code>{report.digest}</code>
      </Text>
    </>
  );
}
