import type { ReportedAnalysis, ReportedPicture, ReportedSpecimen } from '@mlmcsc/contracts';
import type { ReportToPrint } from '@mlmcsc/core';
import { drawTable } from './draw-table.ts';
import { instant, number, shearMethodText } from './report-words.ts';
import { ink, type Sheet } from './sheet.ts';

/** The values of the specimens as the client has them rounded. */
export function drawResults(sheet: Sheet, { document, names }: ReportToPrint): void {
  const { specimens } = document;
  const first = specimens[0];
  sheet.heading('Results');
  const symbols = [...new Set(specimens.map(({ energy_symbol: symbol }) => symbol))].join(' / ');
  drawTable(
    sheet,
    [
      { title: 'Specimen', share: 16 },
      { title: 'Size, mm', share: 10 },
      { title: 'Temp., °C', share: 9, align: 'right' },
      { title: `${symbols}, ${first?.reported.energy_unit ?? 'J'}`, share: 9, align: 'right' },
      { title: `Lat. exp., ${first?.reported.lateral_expansion_unit ?? 'mm'}`, share: 10, align: 'right' },
      { title: 'Shear, %', share: 8, align: 'right' },
      { title: 'Shear: model and interval, %', share: 15 },
      { title: 'Shear: method', share: 16 },
      { title: 'Tested', share: 12 },
    ],
    specimens.map((specimen) => [
      specimen.identifier,
      `${specimen.width_mm} × ${specimen.height_mm}`,
      number(specimen.temperature_celsius, 0),
      specimen.reported.energy ?? '–',
      `${specimen.reported.lateral_expansion ?? '–'}${specimen.lateral_expansion?.basis === 'estimated' ? ' *' : ''}`,
      specimen.reported.shear_percent ?? '–',
      specimen.pictures
        .map((picture) => intervalOf(readingsOf(picture)[0]))
        .filter(Boolean)
        .join('\n'),
      shearMethodText(specimen),
      testedBy(specimen, names),
    ]),
  );
  const remarks = specimens.flatMap((specimen) => [
    ...(specimen.is_unbroken ? [`${specimen.identifier}: not broken in two.`] : []),
    ...(specimen.abnormality === null ? [] : [`${specimen.identifier}: ${specimen.abnormality}`]),
  ]);
  if (specimens.some(({ lateral_expansion: found }) => found?.basis === 'estimated')) {
    remarks.push('* Lateral expansion estimated from the outline of a picture; no gauge reading.');
  }
  for (const remark of remarks) sheet.paragraph(remark, { size: 8, gap: 2 });
  sheet.paragraph('Printed values are rounded; the document holds them unrounded.', {
    size: 8,
    color: ink.dim,
  });
  sheet.space(6);
}

/** Each picture: what the model proposed, with which doubt, and what a reader made of it. */
export function drawReadings(sheet: Sheet, { document, names }: ReportToPrint): void {
  const rows = document.specimens.flatMap((specimen) =>
    specimen.pictures.flatMap((picture) =>
      readingsOf(picture).map((analysis) => readingCells(specimen, picture, analysis, names)),
    ),
  );
  if (rows.length === 0) return;
  sheet.heading('Percent shear from pictures', 90);
  drawTable(
    sheet,
    [
      { title: 'Specimen, half', share: 18 },
      { title: 'Model: shear and interval, %', share: 21 },
      { title: 'Model version', share: 16 },
      { title: 'Reader', share: 16 },
      { title: 'Read, %', share: 8, align: 'right' },
      { title: 'Decision', share: 10 },
      { title: 'When', share: 16 },
    ],
    rows,
  );
  const models = new Map(
    document.specimens.flatMap(({ pictures }) =>
      pictures.flatMap((picture) =>
        readingsOf(picture).map((one) => [one.model_digest, one.model_version] as const),
      ),
    ),
  );
  for (const [digest, version] of models) {
    sheet.paragraph(`Model ${version}: SHA-256 ${digest}`, { size: 7.5, color: ink.dim, gap: 2 });
  }
  sheet.space(8);
}

/** Values that come from blind readings: who read what, and what a reviewer decided where they differ. */
export function drawBlindReadings(sheet: Sheet, { document, names }: ReportToPrint): void {
  const rows = document.specimens.flatMap(({ identifier, blind_reading: blind }) =>
    blind === undefined
      ? []
      : [
          [
            identifier,
            blind.study,
            blind.readings
              .map(({ reader, percent }) => `${personOf(reader, names)} ${number(percent, 1)}`)
              .join(', '),
            number(blind.spread, 1),
            number(blind.decision?.percent ?? blind.mean, 1),
            blind.decision === null
              ? 'readers agree'
              : `${personOf(blind.decision.decided_by, names)}: ${blind.decision.reason}`,
          ],
        ],
  );
  if (rows.length === 0) return;
  sheet.heading('Percent shear from blind readings', 90);
  drawTable(
    sheet,
    [
      { title: 'Specimen', share: 14 },
      { title: 'Study', share: 16 },
      { title: 'Readers, %', share: 28 },
      { title: 'Spread', share: 9, align: 'right' },
      { title: 'Value, %', share: 9, align: 'right' },
      { title: 'Decided by', share: 24 },
    ],
    rows,
  );
}

/** The analyses of a picture that somebody labelled, or the newest. */
const readingsOf = ({ analyses }: ReportedPicture): readonly ReportedAnalysis[] => {
  const labelled = analyses.filter(({ label }) => label !== null);
  return labelled.length > 0 ? labelled : analyses.slice(0, 1);
};

function intervalOf(analysis: ReportedAnalysis | undefined): string {
  if (analysis === undefined) return '';
  const { shear_percent: percent, lower, upper, interval_level: level } = analysis;
  if (percent === null) return 'no value';
  return `${number(percent, 1)} (${number(lower, 1)} to ${number(upper, 1)}, ${number(100 * level, 0)} %)`;
}

function readingCells(
  { identifier }: ReportedSpecimen,
  { half }: ReportedPicture,
  analysis: ReportedAnalysis,
  names: ReportToPrint['names'],
): readonly string[] {
  const { label } = analysis;
  return [
    half === null ? identifier : `${identifier}, half ${half}`,
    intervalOf(analysis),
    analysis.model_version,
    label === null ? 'nobody' : personOf(label.reader, names),
    label === null ? '–' : number(label.shear_percent, 1),
    label?.decision ?? '–',
    instant(label?.labelled_at ?? analysis.analysed_at),
  ];
}

/** A name, or the pseudonym of somebody who was erased. */
const personOf = (pseudonym: string | null, names: ReportToPrint['names']) =>
  pseudonym === null ? '–' : (names.get(pseudonym) ?? pseudonym);

const testedBy = ({ tester, tested_at: at }: ReportedSpecimen, names: ReportToPrint['names']) =>
  [tester === null ? null : personOf(tester, names), at === null ? null : at.slice(0, 10)]
    .filter((part) => part !== null)
    .join('\n');
