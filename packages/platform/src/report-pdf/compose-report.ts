import type { ReportToPrint } from '@mlmcsc/core';
import { drawLetterhead } from './draw-letterhead.ts';
import { drawMargins } from './draw-margins.ts';
import { drawPictures } from './draw-pictures.ts';
import { drawBlindReadings, drawReadings, drawResults } from './draw-results.ts';
import { drawSignature } from './draw-signature.ts';
import { drawCurves, drawHeading, drawUnprintable, drawVerdict } from './draw-statements.ts';
import { Sheet } from './sheet.ts';
import { withPrintableText } from './with-printable-text.ts';

/** A report as PDF (A4). It has no clock and no chance in it: the same report gives the same bytes. */
export async function composeReport(given: ReportToPrint): Promise<Uint8Array> {
  const report = withPrintableText(given);
  const { document, signature } = report;
  const sheet = new Sheet({
    title: `Report ${document.number}, version ${document.version}: ${document.series.name}`,
    subject: `Charpy impact test, ${document.series.standard}; document SHA-256 ${report.report.digest}`,
    at: signature?.signedAt ?? new Date(document.made_at),
  });
  drawLetterhead(sheet, report);
  drawHeading(sheet, report);
  drawResults(sheet, report);
  drawVerdict(sheet, document);
  drawSignature(sheet, report);
  drawCurves(sheet, document);
  drawReadings(sheet, report);
  drawBlindReadings(sheet, report);
  drawPictures(sheet, report);
  drawUnprintable(sheet, given);
  return sheet.finish((pdf, number, count) => drawMargins(pdf, report, number, count));
}
