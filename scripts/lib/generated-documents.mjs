/** Documents made by programs: what each program writes. Run all with `npm run docs`. */
export const GENERATED_DOCUMENTS = [];
