import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

type Pdf = InstanceType<typeof PDFDocument>;

/** A4, in points. */
export const page = { width: 595.28, height: 841.89, margin: 48, top: 78, bottom: 66 } as const;
export const contentWidth = page.width - 2 * page.margin;

export const ink = {
  text: '#1a1d21',
  dim: '#5b626b',
  rule: '#c5cad1',
  shade: '#f1f3f5',
  accent: '#1c5d99',
  band: '#c9dcee',
  alarm: '#b3261e',
} as const;

const require = createRequire(import.meta.url);
const regularFont = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
const boldFont = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

/** What is said about the whole file. */
export interface SheetInfo {
  readonly title: string;
  readonly subject: string;
  /** The only instant in the file, so that the same report gives the same bytes. */
  readonly at: Date;
}

/** Pages that are written from top to bottom; whatever does not fit goes onto the next page. */
export class Sheet {
  readonly pdf: Pdf;
  readonly #bytes: Promise<Uint8Array>;
  /** Where the next thing begins, points from the top of the page. */
  y: number = page.top;

  constructor({ title, subject, at }: SheetInfo) {
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margin: 0, bufferPages: true, lang: 'en', displayTitle: true, pdfVersion: '1.7' },
      info: {
        ...{ Title: title, Subject: subject, Creator: 'MLMCSC', Producer: 'MLMCSC' },
        ...{ CreationDate: at, ModDate: at },
      },
    });
    this.pdf.registerFont('regular', regularFont);
    this.pdf.registerFont('bold', boldFont);
    const pieces: Buffer[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      this.pdf.on('data', (piece: Buffer) => pieces.push(piece));
      this.pdf.on('end', () => resolve(Buffer.concat(pieces)));
      this.pdf.on('error', reject);
    });
  }

  /** Goes onto the next page when less than this is left of the present one. */
  need(height: number): void {
    if (this.y + height <= page.height - page.bottom) return;
    this.pdf.addPage({ size: 'A4', margin: 0 });
    this.y = page.top;
  }

  heading(text: string, room = 60): void {
    this.need(room);
    this.pdf.font('bold').fontSize(11.5).fillColor(ink.accent).text(text, page.margin, this.y);
    this.y += 18;
  }

  paragraph(text: string, { size = 9, color = ink.text, font = 'regular', gap = 4 }: TextLook = {}): void {
    this.pdf.font(font).fontSize(size);
    const height = this.pdf.heightOfString(text, { width: contentWidth });
    this.need(height);
    this.pdf.fillColor(color).text(text, page.margin, this.y, { width: contentWidth });
    this.y += height + gap;
  }

  space(points: number): void {
    this.y += points;
  }

  /** Draws on every page once their number is known, then closes the file. @param draw - pages count from 1 */
  async finish(draw: (pdf: Pdf, number: number, count: number) => void): Promise<Uint8Array> {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(start + index);
      draw(this.pdf, index + 1, count);
    }
    this.pdf.end();
    return this.#bytes;
  }
}

interface TextLook {
  readonly size?: number;
  readonly color?: string;
  readonly font?: 'regular' | 'bold';
  readonly gap?: number;
}
