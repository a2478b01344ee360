import type { ReportDocument } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { text } from '../texts/text.ts';
import classes from './reports.module.css';

/** What was tested, for whom, by which standard, on which machines. */
export function ReportFacts({ document }: { document: ReportDocument }) {
  const { laboratory, series, heats, machines } = document;
  const facts: readonly (readonly [string, string | null])[] = [
    [text.laboratory, laboratory?.name ?? null],
    [text.address, laboratory?.address?.replaceAll('\n', ', ') ?? null],
    [text.accreditation, laboratory?.accreditation_number ?? null],
    [text.standard, series.edition === null ? series.standard : `${series.standard}:${series.edition}`],
    [text.client, series.client],
    [text.project, series.project],
    [text.notch, series.notch],
    [text.orientation, series.orientation],
    [text.location, series.location],
    ...heats.map(
      ({ name, grade, product }) =>
        [text.heat, [name, grade, product].filter((one) => one !== null).join(', ')] as const,
    ),
    ...machines.map(
      ({ name, capacity_j: capacity, striker_mm: striker, verified_on: verified }) =>
        [
          text.testMachine,
          fill(text.jStrikerMm, {
            name,
            capacity,
            striker,
            verified: verified === null ? '' : fill(text.verified, { verified }),
          }),
        ] as const,
    ),
    [text.writtenDown, formatInstant(document.made_at)],
  ];
  return (
    <Section title={text.identification}>
      <dl className={classes.facts}>
        <dt>{text.series}</dt>
        <dd>
          <Link to="/series/$id" params={{ id: series.id }} className="text-link">
            {series.name}
          </Link>
        </dd>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={`${name} ${value}`} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
