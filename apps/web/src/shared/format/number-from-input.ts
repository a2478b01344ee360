/**
 * The number in a field for numbers, which hands over a text while it is not certain that typing has ended (`41.0`, `0.`).
 * A comma is a decimal sign, too: German keyboards have it on the number pad.
 * @returns null for an empty field and for what is no number
 */
export function numberFromInput(value: number | string): number | null {
  const number =
    typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
