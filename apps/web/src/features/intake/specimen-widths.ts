/** Widths of Charpy specimens in mm: full size and the usual sub-sizes. */
export const SPECIMEN_WIDTHS_MM = [10, 7.5, 6.7, 5, 3.3, 2.5] as const;

/** What the file chooser offers: the kinds the server reads. It decides by content, so nothing is refused here. */
export const FILE_CHOOSER_ACCEPT =
  'image/jpeg,image/png,image/tiff,image/webp,image/bmp,.jpg,.jpeg,.png,.tif,.tiff,.webp,.bmp';
