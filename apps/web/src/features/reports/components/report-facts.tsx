import type { ReportDocument } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
import classes from './reports.module.css';

/** What was tested, for whom, by which standard, on which machines. */
export function ReportFacts({ document }: { document: ReportDocument }) {
  const { laboratory, series, heats, machines } = document;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Laboratory', laboratory?.name ?? null],
    ['Address', laboratory?.address?.replaceAll('\n', ', ') ?? null],
    ['Accreditation', laboratory?.accreditation_number ?? null],
    ['Standard', series.edition === null ? series.standard : `${series.standard}:${series.edition}`],
    ['Client', series.client],
    ['Project', series.project],
    ['Notch', series.notch],
    ['Orientation', series.orientation],
    ['Location', series.location],
    ...heats.map(
      ({ name, grade, product }) =>
        ['Heat', [name, grade, product].filter((one) => one !== null).join(', ')] as const,
    ),
    ...machines.map(
      ({ name, capacity_j: capacity, striker_mm: striker, verified_on: verified }) =>
        [
          'Test machine',
          `${name}, ${capacity} J, striker ${striker} mm${verified === null ? '' : `, verified ${verified}`}`,
        ] as const,
    ),
    ['Written down', formatInstant(document.made_at)],
  ];
  return (
    <Section title="Identification">
      <dl className={classes.facts}>
        <dt>Series</dt>
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
