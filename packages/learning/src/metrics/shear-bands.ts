/** The bands that figures are reported by, in ascending order. */
export const bandNames = ['0-20', '20-80', '80-100'] as const;

/** Name of a band. */
export type BandName = (typeof bandNames)[number];

/** The band of a true percent shear. The edges 20 and 80 belong to the middle band: 0 ≤ y < 20, 20 ≤ y ≤ 80, 80 < y ≤ 100. */
export function bandOf(shearPercent: number): BandName {
  if (shearPercent < 20) return '0-20';
  return shearPercent <= 80 ? '20-80' : '80-100';
}
