import { Stack } from '@mantine/core';
import type { AcceptanceVerdict, ReportDetail, ReportDocument, SeriesCurve } from '@mlmcsc/contracts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { reportQuery } from '../api/report-requests.ts';
import { text } from '../texts/text.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportFacts } from './report-facts.tsx';
import { ReportHistory } from './report-history.tsx';
import { ReportStanding } from './report-standing.tsx';
import { ReportedPictures } from './reported-pictures.tsx';
import { ReportedSpecimens } from './reported-specimens.tsx';
import classes from './reports.module.css';
import { StateBadge } from './state-badge.tsx';
import { UnprintableNotice } from './unprintable-notice.tsx';

interface Drawings {
  /** How series are drawn elsewhere; the report looks the same. */
  readonly renderCurve: (curve: SeriesCurve) => ReactNode;
  readonly renderVerdict: (verdict: AcceptanceVerdict) => ReactNode;
}

/** A report as people read it. */
export function ReportView({ id, ...drawings }: { id: string } & Drawings) {
  const query = useQuery(reportQuery(id));
  return (
    <>
      <Link to="/reports" className={`text-link ${classes.back}`}>
        {rich(text.allReports, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      {query.isPending && <LoadingState label={text.loadingTheReport} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Detail detail={query.data} {...drawings} />}
    </>
  );
}

function Detail({ detail, renderCurve, renderVerdict }: { detail: ReportDetail } & Drawings) {
  const { report, people } = detail;
  const document = detail.document as unknown as ReportDocument;
  return (
    <>
      <PageHeader
        title={fill(text.reportVersion, { number: report.number, version: report.version })}
        description={
          <>
            {document.series.name} <StateBadge state={report.state} />
          </>
        }
      />
      <ReportActions key={report.id} report={report} document={document} unprintable={detail.unprintable} />
      <Stack gap="md" data-testid="report-detail">
        <ReportStanding report={report} />
        <UnprintableNotice codes={detail.unprintable} />
        <ReportFacts document={document} />
        <ReportedSpecimens document={document} people={people} />
        {document.acceptance !== null && renderVerdict(document.acceptance)}
        {document.curves.map((curve) => (
          <div key={`${curve.property} ${curve.model}`}>{renderCurve(curve)}</div>
        ))}
        <ReportedPictures document={document} />
        <ReportHistory report={report} />
      </Stack>
    </>
  );
}
