import { type AcceptanceVerdict, type ReportDocument, unprintableCharacters } from '@mlmcsc/contracts';
import type { ReportToPrint } from '@mlmcsc/core';
import { drawCurve } from './draw-curve.ts';
import { drawPairs, drawTable } from './draw-table.ts';
import {
  findingCells,
  instant,
  modelTitles,
  number,
  overallVerdict,
  propertyTitles,
  retestCells,
  retestText,
  temperatureInterval,
  temperatureText,
  warningWords,
} from './report-words.ts';
import { contentWidth, ink, page, type Sheet } from './sheet.ts';

/** What was tested, for whom, by which standard, on which machines. */
export function drawHeading(sheet: Sheet, { document, report }: ReportToPrint): void {
  const { series, heats, machines, supersedes } = document;
  sheet.pdf.font('bold').fontSize(17).fillColor(ink.text);
  sheet.pdf.text('Charpy impact test report', page.margin, sheet.y, { width: contentWidth });
  sheet.y += 30;
  drawPairs(sheet, [
    ['Report', `${document.number}, version ${document.version}`],
    ['Written down', instant(document.made_at)],
    ['Series', series.name],
    ['Standard', [series.standard, series.edition].filter((part) => part !== null).join(':')],
    ['Client', series.client],
    ['Project', series.project],
    ['Notch', series.notch === 'none' ? 'none' : `${series.notch}-notch`],
    ['Orientation', series.orientation],
    ['Location', series.location],
    ['Specimens', String(document.specimens.length)],
    ['Identifier', report.id],
  ]);
  for (const heat of heats) {
    drawPairs(sheet, [
      ['Heat', heat.name],
      ['Grade', heat.grade],
      ['Product', heat.product],
      ['Thickness', heat.thickness_mm === null ? null : `${heat.thickness_mm} mm`],
    ]);
  }
  for (const machine of machines) {
    drawPairs(sheet, [
      ['Test machine', machine.name],
      ['Maker, number', [machine.maker, machine.serial_number].filter((part) => part !== null).join(', ')],
      ['Capacity', `${machine.capacity_j} J`],
      ['Striker', `${machine.striker_mm} mm radius`],
      ['Verified on', machine.verified_on],
      ['Verification due', machine.verification_due_on],
    ]);
  }
  if (series.notes !== null) sheet.paragraph(series.notes, { color: ink.dim });
  if (supersedes !== null) {
    sheet.paragraph(
      `Replaces report ${supersedes.report_id} (SHA-256 ${supersedes.digest}). Reason: ${supersedes.reason}`,
      { font: 'bold' },
    );
  }
  sheet.space(4);
}

const requirementColumns = [
  { title: 'Requirement', share: 30 },
  { title: 'Limit', share: 15 },
  { title: 'Observed', share: 13 },
  { title: 'Verdict', share: 12 },
  { title: 'Specimens that fail or lack a value', share: 30 },
] as const;

/** The verdict by clause. */
export function drawVerdict(sheet: Sheet, { acceptance }: ReportDocument): void {
  if (acceptance === null) return;
  sheet.heading('Acceptance', 110);
  const { passes } = acceptance;
  sheet.paragraph(`${acceptance.clause}: ${overallVerdict(acceptance)}`, {
    ...{ font: 'bold', size: 10, color: passes === false ? ink.alarm : ink.text },
  });
  drawTable(sheet, requirementColumns, acceptance.findings.map(findingCells));
  if (acceptance.left_out.length > 0) {
    sheet.paragraph(`Not judged, because the test was abnormal: ${acceptance.left_out.join(', ')}.`);
  }
  if (acceptance.retest !== undefined) drawRetest(sheet, acceptance.retest);
}

/** What became of the second chance of a set that failed. */
function drawRetest(sheet: Sheet, retest: NonNullable<AcceptanceVerdict['retest']>): void {
  sheet.heading('Retest', 80);
  sheet.paragraph(`${retest.clause}.`, { color: ink.dim });
  sheet.paragraph(retestText(retest), {
    ...{ font: 'bold', size: 10, color: retest.state === 'failed' ? ink.alarm : ink.text },
  });
  if (retest.findings.length > 0) drawTable(sheet, requirementColumns, retest.findings.map(retestCells));
}

/** Transition curves with their bands and temperatures, or why there are none. */
export function drawCurves(sheet: Sheet, { curves }: ReportDocument): void {
  for (const curve of curves) {
    sheet.heading(`Transition curve: ${propertyTitles[curve.property].toLowerCase()}`, 300);
    const { fit, refusal } = curve;
    if (refusal !== null) sheet.paragraph(`No curve: ${refusal.detail}`);
    if (curve.points.length > 0) drawCurve(sheet, curve);
    if (fit !== null) {
      const shelf = ({ value, lower, upper, is_fixed: isFixed }: typeof fit.lower_shelf) =>
        `${number(value, 1)} ${curve.unit}${isFixed ? ' (held)' : lower === null || upper === null ? '' : ` (${number(lower, 1)} to ${number(upper, 1)})`}`;
      drawTable(
        sheet,
        [
          { title: 'Temperature', share: 20 },
          { title: `at, ${curve.unit}`, share: 20, align: 'right' },
          { title: 'Value', share: 25, align: 'right' },
          { title: `${number(100 * fit.confidence, 0)} % confidence interval`, share: 35, align: 'right' },
        ],
        curve.temperatures.map((found) => [
          found.name,
          number(found.level, 2),
          temperatureText(found),
          temperatureInterval(found),
        ]),
      );
      sheet.paragraph(
        `Formula: ${modelTitles[curve.model]}; lower shelf ${shelf(fit.lower_shelf)}, upper shelf ${shelf(fit.upper_shelf)}; root mean square error ${number(fit.root_mean_square_error, 2)} ${curve.unit}, ${fit.degrees_of_freedom} degrees of freedom. Intervals: parametric bootstrap, ${fit.replicates} repetitions. The band is of the curve, not of single specimens.`,
        { size: 8, color: ink.dim },
      );
      if (fit.warnings.length > 0) {
        sheet.paragraph(`Read with care: ${fit.warnings.map(warningWords).join('; ')}.`, { size: 8 });
      }
    }
    if (curve.left_out.length > 0) {
      const left = curve.left_out.map(({ identifier, reason }) => `${identifier} (${reason})`);
      sheet.paragraph(`Left out: ${left.join(', ')}.`, { size: 8 });
    }
    sheet.space(8);
  }
}

/** Says which letters stand as codes. */
export function drawUnprintable(sheet: Sheet, { document, names, signature }: ReportToPrint): void {
  const codes = unprintableCharacters([document, [...names.values()], signature?.statement]);
  if (codes.length === 0) return;
  const shown = codes.slice(0, 40).join(', ');
  sheet.paragraph(
    `Letters that these fonts do not hold stand as their Unicode numbers: ${shown}${codes.length > 40 ? ' …' : ''}. The document has the letters themselves.`,
    { size: 8 },
  );
}
