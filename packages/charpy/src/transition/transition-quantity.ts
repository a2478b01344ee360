/** What a transition curve follows over the temperature. */
export type TransitionQuantity = 'energy' | 'lateral-expansion' | 'shear';

/** A temperature that is read off the curve, by the value that the curve reaches there. */
export interface LevelDefinition {
  readonly name: string;
  /** What is reached, in the quantity's unit; `half-shelves`: half-way between the shelves. */
  readonly level: number | 'half-shelves';
}

/** Unit, physical range and customary readings of a quantity. */
export interface QuantityRules {
  readonly unit: 'J' | 'mm' | '%';
  /** No specimen can lie outside; drawn values and curves end there. */
  readonly least: number;
  readonly most: number;
  /** Whether the shelves are known without a measurement. */
  readonly fixedShelves: { readonly lower: number; readonly upper: number } | null;
  /** Uncertainty of a shelf that somebody fixed, one standard deviation: of the lower one in the unit, of the upper one as a share. */
  readonly fixedLowerUncertainty: number;
  readonly fixedUpperRelativeUncertainty: number;
  readonly levels: readonly LevelDefinition[];
}

/** Unit, range, shelves and characteristic temperatures of each quantity.
 * @source Shelves of percent shear (0 and 100, without uncertainty) and the default uncertainties of fixed shelves (0.3 J, 0.03 mm,
 * 5 %): NIST CharpyCurveFitting, cfdef88. Levels: 27 J in structural steel grades, 28 J, 41 J (30 ft·lbf), 68 J (50 ft·lbf),
 * 0.89 mm (35 mil) in NIST's and MPM's programs, 0.90 mm in GB/T 229-2020 (T_t0.9), 50 % FATT, 85 % shear for line pipe
 */
export const quantityRules: Readonly<Record<TransitionQuantity, QuantityRules>> = {
  energy: {
    unit: 'J',
    least: 0,
    most: 1000,
    fixedShelves: null,
    fixedLowerUncertainty: 0.3,
    fixedUpperRelativeUncertainty: 0.05,
    levels: [
      { name: 'T27J', level: 27 },
      { name: 'T28J', level: 28 },
      { name: 'T41J', level: 41 },
      { name: 'T68J', level: 68 },
      { name: 'T50%US', level: 'half-shelves' },
    ],
  },
  'lateral-expansion': {
    unit: 'mm',
    least: 0,
    most: 10,
    fixedShelves: null,
    fixedLowerUncertainty: 0.03,
    fixedUpperRelativeUncertainty: 0.05,
    levels: [
      { name: 'T0.89mm', level: 0.89 },
      { name: 'T0.90mm', level: 0.9 },
      { name: 'T50%US', level: 'half-shelves' },
    ],
  },
  shear: {
    unit: '%',
    least: 0,
    most: 100,
    fixedShelves: { lower: 0, upper: 100 },
    fixedLowerUncertainty: 0,
    fixedUpperRelativeUncertainty: 0,
    levels: [
      { name: 'FATT50', level: 50 },
      { name: 'SATT85', level: 85 },
    ],
  },
};
