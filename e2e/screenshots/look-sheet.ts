import sharp from 'sharp';

/** Size of the window and scheme of the colours. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

const SIZES = [
  [1366, 854],
  [820, 854],
  [390, 854],
] as const;
export const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  SIZES.map(([width, height]) => ({ width, height, colorScheme })),
);

const SHRUNK_TO = 0.5;
const GAP_PX = 8;

/** Six screenshots on one sheet: a row for each scheme, in half the size. */
export async function lookSheet(
  pictures: readonly { readonly look: Look; readonly png: Buffer }[],
): Promise<Buffer> {
  const size = (px: number) => Math.round(px * SHRUNK_TO);
  const rows = ['light', 'dark'].map((scheme) => pictures.filter(({ look }) => look.colorScheme === scheme));
  const placed = await Promise.all(
    rows.flatMap((row, rowIndex) =>
      row.map(async ({ look, png }, index) => ({
        input: await sharp(png).resize(size(look.width), size(look.height)).png().toBuffer(),
        left: row.slice(0, index).reduce((left, { look }) => left + size(look.width) + GAP_PX, 0),
        top: rowIndex * (size(look.height) + GAP_PX),
      })),
    ),
  );
  const width = SIZES.reduce((sum, [width]) => sum + size(width) + GAP_PX, -GAP_PX);
  const height = 2 * size(SIZES[0][1]) + GAP_PX;
  return sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite(placed)
    .png()
    .toBuffer();
}
