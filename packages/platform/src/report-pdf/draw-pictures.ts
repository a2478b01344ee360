import type { PictureToPrint, ReportToPrint } from '@mlmcsc/core';
import { contentWidth, ink, page, type Sheet } from './sheet.ts';

const gap = 10;
const cellWidth = (contentWidth - gap) / 2;
const mostHeight = 190;

/** Every picture twice, as it was taken and with what counts as cleavage and shear. */
export function drawPictures(sheet: Sheet, { document, pictures }: ReportToPrint): void {
  if (pictures.length === 0) return;
  const byId = new Map(pictures.map((picture) => [picture.imageId, picture]));
  sheet.heading('Pictures', mostHeight + 60);
  sheet.paragraph(
    'Left: the picture. Right: with the overlay of the analysis (outline of the face; cleavage and shear tinted).',
    { size: 8, color: ink.dim },
  );
  for (const { identifier, pictures: taken } of document.specimens) {
    for (const { image_id: id, half, file_name: fileName, sha256 } of taken) {
      const picture = byId.get(id);
      const caption = `${identifier}${half === null ? '' : `, half ${half}`}: ${fileName}`;
      drawPicture(sheet, caption, sha256, picture);
    }
  }
}

function drawPicture(
  sheet: Sheet,
  caption: string,
  digest: string,
  picture: PictureToPrint | undefined,
): void {
  const { pdf } = sheet;
  const photo = picture?.photo ?? null;
  const width = photo === null ? 0 : Math.min(cellWidth, (mostHeight * photo.widthPx) / photo.heightPx);
  const height = photo === null ? 16 : (width * photo.heightPx) / photo.widthPx;
  sheet.need(height + 38);
  pdf.font('bold').fontSize(8.5).fillColor(ink.text);
  pdf.text(caption, page.margin, sheet.y, { width: contentWidth, height: 11, ellipsis: true });
  pdf.font('regular').fontSize(6.5).fillColor(ink.dim);
  pdf.text(`SHA-256 ${digest}`, page.margin, sheet.y + 12, { lineBreak: false });
  sheet.y += 24;
  pdf.fontSize(8);
  if (photo === null) {
    const absence = picture?.absence ?? 'The picture is not there.';
    pdf.text(absence, page.margin, sheet.y, { width: contentWidth });
  } else {
    const right = page.margin + width + gap;
    const overlay = picture?.withOverlay ?? null;
    pdf.image(Buffer.from(photo.bytes), page.margin, sheet.y, { width });
    if (overlay !== null) pdf.image(Buffer.from(overlay.bytes), right, sheet.y, { width });
    else pdf.text('There is no overlay.', right, sheet.y, { width: contentWidth - width - gap });
  }
  sheet.y += height + 14;
}
