"""Writes x52.ts: NIST's values with conversions and roundings computed in exact fractions."""
import csv
from fractions import Fraction
from pathlib import Path

FOOT_POUND_J = Fraction("0.3048") * Fraction("4.4482216152605")
MIL_MM = Fraction("0.0254")


def nearest(value: Fraction, step: Fraction) -> Fraction:
    """Nearest multiple, ties to even: Python's round on a fraction is exact."""
    return round(value / step) * step


print("""/** Made by generate.py from x52-kv-le-sfa.csv; see README.md. */
export interface X52Specimen {
  readonly temperatureC: number;
  readonly temperatureF: number;
  readonly energyJ: number;
  readonly energyFootPounds: number;
  readonly printedJ: number;
  readonly printedFootPounds: number;
  readonly lateralExpansionMm: number;
  readonly lateralExpansionMil: number;
  readonly printedMm: number;
  readonly printedMil: number;
  readonly shearPercent: number;
  readonly nearestFive: number;
  readonly chartClass: number;
}

export const x52: readonly X52Specimen[] = [""")
with Path(__file__).with_name("x52-kv-le-sfa.csv").open() as table:
    for row in csv.DictReader(table):
        celsius, energy = Fraction(row["temperature_c"]), Fraction(row["kv_j"])
        expansion, shear = Fraction(row["le_mm"]), Fraction(row["sfa_pct"])
        values = {
            "temperatureC": celsius,
            "temperatureF": celsius * 9 / 5 + 32,
            "energyJ": energy,
            "energyFootPounds": energy / FOOT_POUND_J,
            "printedJ": nearest(energy, Fraction(1)),
            "printedFootPounds": nearest(energy / FOOT_POUND_J, Fraction(1)),
            "lateralExpansionMm": expansion,
            "lateralExpansionMil": expansion / MIL_MM,
            "printedMm": nearest(expansion, Fraction("0.025")),
            "printedMil": nearest(expansion / MIL_MM, Fraction(1)),
            "shearPercent": shear,
            "nearestFive": nearest(shear, Fraction(5)),
            "chartClass": nearest(shear, Fraction(10)),
        }
        print("  {")
        for name, value in values.items():
            number = int(value) if value.denominator == 1 else repr(float(value))
            print(f"    {name}: {number},")
        print("  },")
print("];")
