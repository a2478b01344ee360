import type { ReportToPrint } from '@mlmcsc/core';
import { contentWidth, ink, page, type Sheet } from './sheet.ts';

const logoWidth = 150;
const logoHeight = 52;
const gap = 14;

/** Who tested: logo, name, address and accreditation number, as they were on the day of the report. */
export function drawLetterhead(sheet: Sheet, { document, logo }: ReportToPrint): void {
  const { laboratory } = document;
  if (laboratory === undefined) return;
  const { pdf } = sheet;
  const { name, address, accreditation_number: accreditation, logo: size } = laboratory;
  const top = sheet.y;
  let left: number = page.margin;
  let bottom = top;
  if (logo !== null && size !== null) {
    const scale = Math.min(logoWidth / size.width_px, logoHeight / size.height_px);
    const width = size.width_px * scale;
    pdf.image(Buffer.from(logo), left, top, { width });
    bottom = top + size.height_px * scale;
    left += width + gap;
  }
  const width = page.margin + contentWidth - left;
  const lines = [
    { text: name, font: 'bold', size: 12, color: ink.text },
    { text: address, font: 'regular', size: 8.5, color: ink.text },
    {
      text: accreditation === null ? null : `Accreditation ${accreditation}`,
      font: 'regular',
      size: 8.5,
      color: ink.dim,
    },
  ] as const;
  let y = top;
  for (const { text, font, size: points, color } of lines) {
    if (text === null) continue;
    pdf.font(font).fontSize(points).fillColor(color);
    pdf.text(text, left, y, { width });
    y += pdf.heightOfString(text, { width }) + 2;
  }
  bottom = Math.max(bottom, y) + 6;
  pdf.moveTo(page.margin, bottom).lineTo(page.margin + contentWidth, bottom);
  pdf.lineWidth(0.7).strokeColor(ink.rule).stroke();
  sheet.y = bottom + 12;
}
