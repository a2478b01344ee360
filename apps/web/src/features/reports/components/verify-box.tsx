import { Alert, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import type { ReportVerification } from '@mlmcsc/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { verifyReport } from '../api/report-requests.ts';
import { isWholeCode, VERDICTS } from '../report-text.ts';
import { text } from '../texts/text.ts';
import classes from './reports.module.css';

/** Whether a paper at hand is a signed report.
 * @param given - the code that a QR code led here with
 */
export function VerifyBox({ given }: { given: string | undefined }) {
  const [code, setCode] = useState(given ?? '');
  const { mutate, data, error, isPending, reset } = useMutation({ mutationFn: verifyReport });
  useEffect(() => {
    if (given !== undefined && isWholeCode(given)) mutate(given);
  }, [given, mutate]);
  return (
    <>
      <PageHeader title={text.verifyAReport} description={text.typeTheVerificationCode} />
      <Stack gap="md" maw={760}>
        <Paper withBorder p="md">
          <form
            aria-label={text.verifyAReport}
            onSubmit={(event) => {
              event.preventDefault();
              mutate(code);
            }}
          >
            <Group align="flex-end" gap="sm">
              <TextInput
                label={text.verificationCode}
                description={text.sixteenLettersAndDigits}
                placeholder="7K3M-Q9TV-0HXA-2C4R"
                autoComplete="off"
                spellCheck={false}
                maxLength={24}
                value={code}
                onChange={(event) => {
                  setCode(event.currentTarget.value);
                  reset();
                }}
                style={{ flex: '1 1 260px' }}
                styles={{ input: { height: 44 } }}
              />
              <Button type="submit" h={44} loading={isPending} disabled={!isWholeCode(code)}>
                {text.verify}
              </Button>
            </Group>
          </form>
        </Paper>
        {error !== null && <ErrorState error={error} />}
        {data !== undefined && <Verdict verification={data} />}
      </Stack>
    </>
  );
}

function Verdict({ verification: { verdict, report } }: { verification: ReportVerification }) {
  const { title, text: explanation, color } = VERDICTS[verdict];
  return (
    <Alert
      color={color}
      variant="light"
      title={title}
      role="status"
      data-testid="verdict"
      data-verdict={verdict}
    >
      <Stack gap="sm">
        <Text size="sm">{explanation}</Text>
        {report !== null && (
          <dl className={classes.facts}>
            <dt>{text.report}</dt>
            <dd>
              <Link to="/reports/$id" params={{ id: report.id }} className="text-link">
                {fill(text.version2, { number: report.number, version: report.version })}
              </Link>
            </dd>
            <dt>{text.series}</dt>
            <dd>{report.series_name}</dd>
            <dt>{text.signed}</dt>
            <dd>
              {fill(text.by, {
                signedBy: report.signature?.signed_by ?? '',
                signedAt: formatInstant(report.signature?.signed_at),
              })}
            </dd>
            <dt>{text.sha256}</dt>
            <dd>
              <code>{report.digest}</code>
            </dd>
            {report.superseded_by !== null && (
              <>
                <dt>{text.supersededBy}</dt>
                <dd>
                  <Link to="/reports/$id" params={{ id: report.superseded_by.id }} className="text-link">
                    {fill(text.version3, { version: report.superseded_by.version })}
                  </Link>
                  , {formatInstant(report.superseded_by.signed_at)}: {report.superseded_by.reason}
                </dd>
              </>
            )}
          </dl>
        )}
      </Stack>
    </Alert>
  );
}
