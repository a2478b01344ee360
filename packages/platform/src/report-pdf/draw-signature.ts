import { formatVerificationCode, type ReportToPrint } from '@mlmcsc/core';
import { encode } from 'uqr';
import { drawPairs } from './draw-table.ts';
import { instant } from './report-words.ts';
import { contentWidth, ink, page, type Sheet } from './sheet.ts';

const qrSide = 76;

/** Who answers for it, since when, with which words, and how that is checked. */
export function drawSignature(sheet: Sheet, report: ReportToPrint): void {
  const { signature, supersededBy, discard, verificationUrl, isIntact } = report;
  sheet.heading('Signature', 150);
  if (signature === null) {
    const standing =
      discard === null
        ? 'This report is a draft. Nobody has signed it; its values may still be wrong.'
        : `This draft was discarded and is never signed. Reason: ${discard.reason}`;
    sheet.paragraph(standing, {
      ...{ font: 'bold', color: ink.alarm },
    });
    sheet.space(8);
    return;
  }
  const code = formatVerificationCode(signature.verificationCode);
  drawPairs(sheet, [
    ['Signed by', signature.signedBy],
    ['Signed on', instant(signature.signedAt)],
    ['Meaning', signature.statement],
    [
      'Shown by',
      signature.method === 'password'
        ? 'password, given once more'
        : 'password and code of the second factor',
    ],
  ]);
  sheet.need(qrSide + 12);
  const top = sheet.y;
  const left = page.margin + qrSide + 14;
  const width = contentWidth - qrSide - 14;
  drawQrCode(sheet, verificationUrl ?? code, page.margin, top);
  const { pdf } = sheet;
  pdf.font('regular').fontSize(8).fillColor(ink.dim).text('Verification code', left, top);
  pdf
    .font('bold')
    .fontSize(13)
    .fillColor(ink.text)
    .text(code, left, top + 11);
  pdf
    .font('regular')
    .fontSize(8)
    .fillColor(ink.dim)
    .text('SHA-256 of the document', left, top + 31);
  pdf
    .fontSize(7.5)
    .fillColor(ink.text)
    .text(signature.digest, left, top + 42, { width });
  pdf
    .fontSize(8)
    .fillColor(ink.dim)
    .text(
      verificationUrl === null
        ? 'Whoever is signed in checks the code on the page “Reports” of the installation.'
        : `Check it at ${verificationUrl}`,
      ...([left, top + 56, { width }] as const),
    );
  sheet.y = top + qrSide + 8;
  if (!isIntact) {
    sheet.paragraph('What is stored is not what was signed. Do not rely on this paper.', {
      ...{ font: 'bold', color: ink.alarm },
    });
  }
  if (supersededBy !== null) {
    sheet.paragraph(
      `Superseded by version ${supersededBy.version} (${supersededBy.id}), signed ${instant(supersededBy.signedAt)}. Reason: ${supersededBy.reason}`,
      { font: 'bold', color: ink.alarm },
    );
  }
  sheet.space(8);
}

/** Dark squares as rectangles: sharp at any size. */
function drawQrCode({ pdf }: Sheet, text: string, left: number, top: number): void {
  const { data, size } = encode(text, { border: 2 });
  const side = qrSide / size;
  for (const [row, cells] of data.entries()) {
    for (const [column, isDark] of cells.entries()) {
      if (isDark) pdf.rect(left + column * side, top + row * side, side, side);
    }
  }
  pdf.fillColor('#000000').fill();
}
