/** One goal and what was measured for it. */
export interface Goal {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
  /** `at-least` when more is better. @default 'at-most' */
  readonly sense?: 'at-most' | 'at-least';
}

/** Prints measured value, limit and whether it is met, a line each. */
export function printGoals(goals: readonly Goal[]): void {
  console.log(`\n${'goal'.padEnd(52)} ${'measured'.padStart(10)} ${'limit'.padStart(12)}  met`);
  for (const { name, measured, limit, unit, sense = 'at-most' } of goals) {
    const isMet = sense === 'at-most' ? measured <= limit : measured >= limit;
    const bound = `${sense === 'at-most' ? '<=' : '>='} ${limit}`;
    console.log(
      `${name.padEnd(52)} ${measured.toFixed(2).padStart(10)} ${bound.padStart(12)}  ${isMet ? 'yes' : 'no '}  ${unit}`,
    );
  }
}
