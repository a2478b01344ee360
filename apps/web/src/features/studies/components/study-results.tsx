import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReaderAgreement } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { studyResultsQuery } from '../api/study-requests.ts';
import { text } from '../texts/text.ts';
import { AgreementPlot } from './agreement-plot.tsx';
import classes from './studies.module.css';

const SHORTCOMINGS = {
  get 'few-specimens'() {
    return text.fewerThan20Specimens;
  },
  get 'few-readers'() {
    return text.fewerThan3Readers;
  },
  get 'no-repeats'() {
    return text.nobodyReadTwice;
  },
  get 'readings-missing'() {
    return text.readingsAreMissing;
  },
  get undecided() {
    return text.aReviewerHasStill;
  },
} as const;

/** The figures of a finished study, for the people and with the model. */
export function StudyResultsPanel({ id }: { id: string }) {
  const query = useQuery(studyResultsQuery(id));
  if (query.isPending) return <LoadingState label={text.comparingTheReaders} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { people, with_model: withModel, shortcomings, disputed, adjudicated } = query.data;
  return (
    <Paper withBorder p="md" component="section" aria-label={text.results} data-testid="study-results">
      <Title order={2} size="h4" mb="sm">
        {text.howWellTheReaders}
      </Title>
      <Stack gap="md">
        <Figures people={people} withModel={withModel} />
        <Text size="sm">
          {disputed === 0
            ? text.nobodyDiffersByMore
            : fill(text.disputedSpecimensOfThem, { disputed, adjudicated })}
          {shortcomings.length > 0 &&
            fill(text.notAFullStudy, { value: shortcomings.map((one) => SHORTCOMINGS[one]).join(', ') })}
        </Text>
        <div className={classes.plots}>
          {(withModel ?? people).per_reader.map((comparison) => (
            <AgreementPlot key={comparison.reader} comparison={comparison} />
          ))}
        </div>
        <Text size="xs" c="dimmed">
          {text.eachPointIsA}
        </Text>
      </Stack>
    </Paper>
  );
}

function Figures({ people, withModel }: { people: ReaderAgreement; withModel: ReaderAgreement | null }) {
  const columns = withModel === null ? [people] : [people, withModel];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <section className={classes.scroll} tabIndex={0} aria-label={text.tableOfFigures}>
      <Table verticalSpacing={8} miw={360}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.figure}</Table.Th>
            <Table.Th>{text.people}</Table.Th>
            {withModel !== null && <Table.Th>{text.withTheModel}</Table.Th>}
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
  fill(text.to, {
    value: formatNumber(value, 2),
    lower: formatNumber(lower, 2),
    upper: formatNumber(upper, 2),
  });

const FIGURES: readonly { readonly name: string; readonly text: (one: ReaderAgreement) => string }[] = [
  {
    get name() {
      return text.icc21Agreement;
    },
    text: ({ intraclass }) => (intraclass.ok ? within(intraclass.agreement) : intraclass.detail),
  },
  {
    get name() {
      return text.icc31Consistency;
    },
    text: ({ intraclass }) => (intraclass.ok ? within(intraclass.consistency) : intraclass.detail),
  },
  {
    get name() {
      return text.repeatabilitySRPoints;
    },
    text: ({ precision }) =>
      precision.ok ? formatNumber(precision.repeatability_deviation, 2) : precision.detail,
  },
  {
    get name() {
      return text.reproducibilitySRPoints;
    },
    text: ({ precision }) =>
      precision.ok ? formatNumber(precision.reproducibility_deviation, 2) : precision.detail,
  },
  {
    get name() {
      return text.gaugeRRShare;
    },
    text: ({ gauge }) => (gauge.ok ? `${formatNumber(gauge.gauge.study_percent, 1)} %` : gauge.detail),
  },
  {
    get name() {
      return text.krippendorffsAlphaInterval;
    },
    text: ({ alpha_interval: alpha }) => (alpha.ok ? formatNumber(alpha.alpha, 3) : alpha.detail),
  },
];
