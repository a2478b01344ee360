/** The longest bar of 1, 2 or 5 times a power of ten millimetres within `longestPx` screen pixels; null without a scale.
 * @param pxPerMm - screen pixels per millimetre
 */
export function scaleBar(
  pxPerMm: number,
  longestPx: number,
): { millimetres: number; lengthPx: number } | null {
  if (!(pxPerMm > 0) || !Number.isFinite(pxPerMm)) return null;
  const longestMm = longestPx / pxPerMm;
  const magnitude = 10 ** Math.floor(Math.log10(longestMm));
  const factor = [5, 2, 1].find((candidate) => candidate * magnitude <= longestMm) ?? 1;
  const millimetres = Number((factor * magnitude).toPrecision(1));
  return { millimetres, lengthPx: millimetres * pxPerMm };
}
