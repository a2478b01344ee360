import { formatVerificationCode, type ReportToPrint } from '@mlmcsc/core';
import { instant } from './report-words.ts';
import { contentWidth, ink, page, type Sheet } from './sheet.ts';

/** What a reader must not miss about the standing of the report; null where it is signed and in force. */
export function standingMark({ signature, supersededBy, discard, isIntact }: ReportToPrint): string | null {
  if (!isIntact) return 'ALTERED – what is stored is not what was signed';
  if (discard !== null) return `DISCARDED ${instant(discard.discardedAt)} – never signed`;
  if (signature === null) return 'DRAFT – not signed';
  if (supersededBy === null) return null;
  return `SUPERSEDED by version ${supersededBy.version}, signed ${instant(supersededBy.signedAt)}`;
}

/** Head and foot of a page: which report, its mark, digest and code, page n of m. */
export function drawMargins(pdf: Sheet['pdf'], report: ReportToPrint, number: number, count: number): void {
  const { document, signature } = report;
  const mark = standingMark(report);
  const end = page.margin + contentWidth;
  pdf.font('bold').fontSize(9).fillColor(ink.text);
  pdf.text(`Report ${document.number}, version ${document.version}`, page.margin, 36, { lineBreak: false });
  pdf.font('regular').fillColor(ink.dim);
  pdf.text(document.series.name, page.margin + 200, 36, {
    ...{ width: contentWidth - 200, align: 'right', height: 11, ellipsis: true },
  });
  pdf.moveTo(page.margin, 51).lineTo(end, 51).lineWidth(0.7).strokeColor(ink.rule).stroke();
  if (mark !== null) {
    pdf.rect(page.margin, 54, contentWidth, 17).fill(ink.alarm);
    pdf.font('bold').fontSize(9).fillColor('#ffffff');
    pdf.text(mark, page.margin, 57, { width: contentWidth, align: 'center', height: 12, ellipsis: true });
    pdf.save().rotate(-50, { origin: [page.width / 2, page.height / 2] });
    pdf.font('bold').fontSize(84).fillColor(ink.alarm).fillOpacity(0.08);
    pdf.text(mark.split(' ')[0] ?? '', 0, page.height / 2 - 50, {
      ...{ width: page.width, align: 'center', lineBreak: false },
    });
    pdf.fillOpacity(1).restore();
  }
  const foot = page.height - 50;
  pdf.moveTo(page.margin, foot).lineTo(end, foot).lineWidth(0.7).strokeColor(ink.rule).stroke();
  pdf.font('regular').fontSize(7).fillColor(ink.dim);
  pdf.text(`Document SHA-256 ${report.report.digest}`, page.margin, foot + 6, { lineBreak: false });
  const code =
    signature === null
      ? 'not signed: no verification code'
      : `verification code ${formatVerificationCode(signature.verificationCode)}`;
  pdf
    .font('bold')
    .fillColor(ink.text)
    .text(code, page.margin, foot + 18, { lineBreak: false });
  pdf.font('regular').text(`page ${number} of ${count}`, page.margin, foot + 18, {
    ...{ width: contentWidth, align: 'right' },
  });
}
