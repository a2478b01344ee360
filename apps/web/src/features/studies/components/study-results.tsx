import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReaderAgreement } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { studyResultsQuery } from '../api/study-requests.ts';
import { AgreementPlot } from './agreement-plot.tsx';
import classes from './studies.module.css';

const SHORTCOMINGS = {
  'few-specimens': 'fewer than 20 specimens',
  'few-readers': 'fewer than 3 readers',
  'no-repeats': 'nobody read twice',
  'readings-missing': 'readings are missing',
  undecided: 'a reviewer has still to decide',
} as const;

/** The figures of a finished study, for the people and with the model. */
export function StudyResultsPanel({ id }: { id: string }) {
  const query = useQuery(studyResultsQuery(id));
  if (query.isPending) return <LoadingState label="Comparing the readers…" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { people, with_model: withModel, shortcomings, disputed, adjudicated } = query.data;
  return (
    <Paper withBorder p="md" component="section" aria-label="Results" data-testid="study-results">
      <Title order={2} size="h4" mb="sm">
        How well the readers agree
      </Title>
      <Stack gap="md">
        <Figures people={people} withModel={withModel} />
        <Text size="sm">
          {disputed === 0
            ? 'Nobody differs by more than the threshold.'
            : `Disputed specimens: ${disputed}, of them decided: ${adjudicated}.`}
          {shortcomings.length > 0 &&
            ` Not a full study: ${shortcomings.map((one) => SHORTCOMINGS[one]).join(', ')}.`}
        </Text>
        <div className={classes.plots}>
          {(withModel ?? people).per_reader.map((comparison) => (
            <AgreementPlot key={comparison.reader} comparison={comparison} />
          ))}
        </div>
        <Text size="xs" c="dimmed">
          Each point is a specimen: reading less the mean of the other readers, in points, over the mean of
          both. Solid line: bias; dashed lines: limits of agreement.
        </Text>
      </Stack>
    </Paper>
  );
}

function Figures({ people, withModel }: { people: ReaderAgreement; withModel: ReaderAgreement | null }) {
  const columns = withModel === null ? [people] : [people, withModel];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section className={classes.scroll} tabIndex={0} aria-label="Table of figures">
      <Table verticalSpacing={8} miw={360}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Figure</Table.Th>
            <Table.Th>People</Table.Th>
            {withModel !== null && <Table.Th>With the model</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {FIGURES.map(({ name, text }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              {columns.map((one, index) => (
                <Table.Td key={index === 0 ? 'people' : 'model'}>{text(one)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface Interval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}
const within = ({ value, lower, upper }: Interval) =>
  `${formatNumber(value, 2)} (${formatNumber(lower, 2)} to ${formatNumber(upper, 2)})`;

const FIGURES: readonly { readonly name: string; readonly text: (one: ReaderAgreement) => string }[] = [
  {
    name: 'ICC(2,1), agreement',
    text: ({ intraclass }) => (intraclass.ok ? within(intraclass.agreement) : intraclass.detail),
  },
  {
    name: 'ICC(3,1), consistency',
    text: ({ intraclass }) => (intraclass.ok ? within(intraclass.consistency) : intraclass.detail),
  },
  {
    name: 'Repeatability s_r, points',
    text: ({ precision }) =>
      precision.ok ? formatNumber(precision.repeatability_deviation, 2) : precision.detail,
  },
  {
    name: 'Reproducibility s_R, points',
    text: ({ precision }) =>
      precision.ok ? formatNumber(precision.reproducibility_deviation, 2) : precision.detail,
  },
  {
    name: 'Gauge R&R, share of the variation',
    text: ({ gauge }) => (gauge.ok ? `${formatNumber(gauge.gauge.study_percent, 1)} %` : gauge.detail),
  },
  {
    name: "Krippendorff's alpha, interval",
    text: ({ alpha_interval: alpha }) => (alpha.ok ? formatNumber(alpha.alpha, 3) : alpha.detail),
  },
];
