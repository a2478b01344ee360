import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import type { Specimen } from '@mlmcsc/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatNumber, formatPercent } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { specimensQuery } from '../api/series-requests.ts';
import { text } from '../texts/text.ts';
import classes from './series.module.css';

/** The bars of a series with what was measured on each. */
export function SpecimenTable({ seriesId }: { seriesId: string }) {
  const query = useInfiniteQuery(specimensQuery(seriesId));
  const specimens = (query.data?.pages.flatMap(({ items }) => items) ?? []).toSorted(coldestFirst);
  return (
    <Paper withBorder p="md" component="section" aria-label={text.specimens2}>
      <Title order={2} size="h4" mb="sm">
        {text.specimens2}
      </Title>
      {query.isPending && <LoadingState label={text.loadingTheSpecimens} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && specimens.length === 0 && (
        <Text c="dimmed">
          {rich(text.noSpecimensYetImport, { mlmcscSpecimens: <code>mlmcsc specimens create</code> })}
        </Text>
      )}
      {specimens.length > 0 && (
        // Scrolled sideways on narrow screens, also by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <section className={classes.scroll} aria-label={text.valuesOfTheSpecimens} tabIndex={0}>
          <Table className="numeric" verticalSpacing="xs" miw={680} data-testid="specimen-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.specimen}</Table.Th>
                <Table.Th ta="right">{text.temperature}</Table.Th>
                <Table.Th ta="right">{text.energy}</Table.Th>
                <Table.Th ta="right">{text.lateralExpansion}</Table.Th>
                <Table.Th ta="right">{text.shear}</Table.Th>
                <Table.Th>{text.remark}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {specimens.map((specimen) => (
                <Row key={specimen.id} specimen={specimen} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {query.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            h={44}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {text.showMoreSpecimens}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

/** As the curve is read; without a temperature last. */
const coldestFirst = (one: Specimen, other: Specimen) =>
  (one.temperature_celsius ?? 10_000) - (other.temperature_celsius ?? 10_000) ||
  one.identifier.localeCompare(other.identifier, undefined, { numeric: true });

function Row({ specimen }: { specimen: Specimen }) {
  const { temperature_celsius: celsius, energy_j: energy, lateral_expansion: expansion, shear } = specimen;
  const remarks = [
    specimen.abnormality,
    specimen.is_unbroken ? text.unbroken : null,
    expansion?.basis === 'estimated' ? text.expansionEstimated : null,
    specimen.width_mm === 10 ? null : fill(text.mmWide, { widthMm: formatNumber(specimen.width_mm, 1) }),
  ].filter((remark) => remark !== null);
  return (
    <Table.Tr data-testid="specimen-row">
      <Table.Th scope="row" fw={600}>
        {specimen.identifier}
      </Table.Th>
      <Table.Td ta="right">{celsius === null ? '–' : `${formatNumber(celsius, 1)} °C`}</Table.Td>
      <Table.Td ta="right">{energy === null ? '–' : `${formatNumber(energy, 1)} J`}</Table.Td>
      <Table.Td ta="right">
        {expansion === null ? '–' : fill(text.mm, { mm: formatNumber(expansion.mm, 2) })}
      </Table.Td>
      <Table.Td ta="right">{formatPercent(shear?.percent)}</Table.Td>
      <Table.Td>{remarks.join(', ')}</Table.Td>
    </Table.Tr>
  );
}
