import type { ReportToPrint } from '@mlmcsc/core';
import { drawLetterhead } from './draw-letterhead.ts';
import { drawMargins } from './draw-margins.ts';
import { drawPictures } from './draw-pictures.ts';
import { drawBlindReadings, drawReadings, drawResults } from './draw-results.ts';
import { drawSignature } from './draw-signature.ts';
import { drawCurves, drawHeading, drawVerdict } from './draw-statements.ts';
import { Sheet } from './sheet.ts';

/** A report as PDF (A4). It has no clock and no chance in it: the same report gives the same bytes. */
export async function composeReport(report: ReportToPrint): Promise<Uint8Array> {
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
  return sheet.finish((pdf, number, count) => drawMargins(pdf, report, number, count));
}
