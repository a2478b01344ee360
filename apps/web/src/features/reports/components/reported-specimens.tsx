import { Table } from '@mantine/core';
import type { ReportDetail, ReportDocument, ReportedSpecimen } from '@mlmcsc/contracts';
import { decimalSign, formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { modelAnswer, shearMethod, shownAnalysis } from '../report-text.ts';
import { text } from '../texts/text.ts';
import classes from './reports.module.css';

/** The values as they were written down and rounded, with what they came from. */
export function ReportedSpecimens({
  document,
  people,
}: {
  document: ReportDocument;
  people: ReportDetail['people'];
}) {
  const names = new Map(people.map(({ pseudonym, name }) => [pseudonym, name ?? pseudonym]));
  const { energy_unit: energy, lateral_expansion_unit: expansion } = document.series.rounding;
  return (
    <Section title={text.specimens}>
      {/* Scrolled sideways on narrow screens, also by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable */}
      <section className={classes.scroll} aria-label={text.valuesOfTheSpecimens} tabIndex={0}>
        <Table className="numeric" verticalSpacing="xs" miw={860} data-testid="reported-specimens">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.specimen}</Table.Th>
              <Table.Th ta="right">{text.temperature}</Table.Th>
              <Table.Th ta="right">{fill(text.energy, { energy })}</Table.Th>
              <Table.Th ta="right">{fill(text.lateralExpansion, { expansion })}</Table.Th>
              <Table.Th ta="right">{text.shear}</Table.Th>
              <Table.Th>{text.method}</Table.Th>
              <Table.Th>{text.model}</Table.Th>
              <Table.Th>{text.reader}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {document.specimens.map((specimen) => (
              <Row key={specimen.id} specimen={specimen} names={names} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Section>
  );
}

/** A value as the report rounds it, with the reader's decimal sign. */
const asWritten = (value: string | null): string => value?.replace('.', decimalSign()) ?? '–';

function Row({ specimen, names }: { specimen: ReportedSpecimen; names: ReadonlyMap<string, string> }) {
  const { reported, temperature_celsius: celsius } = specimen;
  const shown = specimen.pictures
    .map(({ analyses }) => shownAnalysis(analyses))
    .filter((one) => one !== null);
  const blind = specimen.blind_reading;
  const readers = new Set(
    (blind === undefined
      ? shown.map(({ label }) => label?.reader ?? null)
      : [...blind.readings.map(({ reader }) => reader), blind.decision?.decided_by ?? null]
    ).flatMap((reader) => (reader === null ? [] : [names.get(reader) ?? reader])),
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {specimen.identifier}
      </Table.Th>
      <Table.Td ta="right">{celsius === null ? '–' : `${formatNumber(celsius, 1)} °C`}</Table.Td>
      <Table.Td ta="right">{asWritten(reported.energy)}</Table.Td>
      <Table.Td ta="right">{asWritten(reported.lateral_expansion)}</Table.Td>
      <Table.Td ta="right">{asWritten(reported.shear_percent)}</Table.Td>
      <Table.Td>{shearMethod(specimen)}</Table.Td>
      <Table.Td>
        {shown.map((analysis) => (
          <div key={analysis.id}>
            {modelAnswer(analysis)}, {analysis.model_version}
          </div>
        ))}
      </Table.Td>
      <Table.Td>{[...readers].join(', ')}</Table.Td>
    </Table.Tr>
  );
}
