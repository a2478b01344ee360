/** Units by quantity. `factor` times a value gives the quantity's first unit; the factors are exact by definition
 * (the foot-pound-force is 0.3048 m × 4.4482216152605 N), rounded once to the nearest number of the machine.
 * @source International yard and pound agreement (1959); NIST SP 811 (2008) Appendix B
 */
export const unitTable = {
  J: { quantity: 'energy', factor: 1 },
  'ft-lbf': { quantity: 'energy', factor: 0.3048 * 4.4482216152605 },
  mm: { quantity: 'length', factor: 1 },
  in: { quantity: 'length', factor: 25.4 },
  mil: { quantity: 'length', factor: 0.0254 },
  mm2: { quantity: 'area', factor: 1 },
  in2: { quantity: 'area', factor: 645.16 },
  N: { quantity: 'force', factor: 1 },
  kN: { quantity: 'force', factor: 1000 },
  lbf: { quantity: 'force', factor: 4.4482216152605 },
  'kJ/m2': { quantity: 'energy by area', factor: 1 },
  'J/cm2': { quantity: 'energy by area', factor: 10 },
  degC: { quantity: 'temperature', factor: 1 },
  /** A degree's size only: the scales' zeros differ, which `convertUnit` knows. */
  degF: { quantity: 'temperature', factor: 5 / 9 },
} as const;

/** Name of a unit. */
export type UnitName = keyof typeof unitTable;

/** Every unit's name, grouped by quantity. */
export const unitNames = Object.keys(unitTable) as readonly UnitName[];

/** Units of the same quantity as `Unit`. */
export type CompatibleUnit<Unit extends UnitName> = {
  [Other in UnitName]: (typeof unitTable)[Other]['quantity'] extends (typeof unitTable)[Unit]['quantity']
    ? Other
    : never;
}[UnitName];

/** True for a unit's name. */
export function isUnitName(text: string): text is UnitName {
  return Object.hasOwn(unitTable, text);
}

/** The units that a unit can be converted to, itself among them. */
export function compatibleUnits(unit: UnitName): readonly UnitName[] {
  return unitNames.filter((other) => unitTable[other].quantity === unitTable[unit].quantity);
}
