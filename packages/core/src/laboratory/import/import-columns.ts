/** What a column of a list of specimens may hold. */
export type ImportField =
  | 'identifier'
  | 'heat'
  | 'machine'
  | 'width'
  | 'height'
  | 'notch_depth'
  | 'temperature'
  | 'energy'
  | 'lateral_expansion'
  | 'shear'
  | 'is_unbroken'
  | 'abnormality'
  | 'tester'
  | 'tested_at'
  | 'notes';

export type ImportUnit = 'degC' | 'degF' | 'J' | 'ft-lbf' | 'mm' | 'in' | 'mil' | 'percent';

interface FieldDefinition {
  /** Headers that mean it, in small letters and digits only. */
  readonly headers: readonly string[];
  /** Empty for what has none; one: no choice; several: the header or the person must say which. */
  readonly units: readonly ImportUnit[];
}

export const importFields: Readonly<Record<ImportField, FieldDefinition>> = {
  identifier: {
    headers: [
      'identifier',
      'id',
      'specimen',
      'specimenid',
      'specimenno',
      'barcode',
      'sample',
      'sampleid',
      'probe',
    ],
    units: [],
  },
  heat: { headers: ['heat', 'heatno', 'heatnumber', 'cast', 'charge', 'schmelze'], units: [] },
  machine: { headers: ['machine', 'testmachine', 'pendulum'], units: [] },
  width: { headers: ['width', 'w', 'size', 'thickness', 'breite'], units: ['mm'] },
  height: { headers: ['height'], units: ['mm'] },
  notch_depth: { headers: ['notchdepth'], units: ['mm'] },
  temperature: {
    headers: ['temperature', 'temp', 't', 'testtemperature', 'testtemp', 'temperatur', 'pruftemperatur'],
    units: ['degC', 'degF'],
  },
  energy: {
    headers: ['energy', 'absorbedenergy', 'impactenergy', 'kv', 'kv2', 'kv8', 'cvn', 'ku', 'energie'],
    units: ['J', 'ft-lbf'],
  },
  lateral_expansion: { headers: ['lateralexpansion', 'le', 'mle'], units: ['mm', 'mil', 'in'] },
  shear: {
    headers: ['shear', 'percentshear', 'shearpercent', 'sfa', 'sa', 'shearfractureappearance', 'shearpct'],
    units: ['percent'],
  },
  is_unbroken: { headers: ['unbroken', 'isunbroken'], units: [] },
  abnormality: { headers: ['abnormality', 'abnormal'], units: [] },
  tester: { headers: ['tester', 'testedby', 'operator'], units: [] },
  tested_at: { headers: ['testedat', 'testedon', 'date', 'testdate', 'datum'], units: [] },
  notes: { headers: ['notes', 'note', 'remarks', 'remark', 'comment', 'bemerkung'], units: [] },
};

export const isImportField = (name: string): name is ImportField => Object.hasOwn(importFields, name);

/** How units are written in headers, in small letters without blanks. */
const unitNames: Readonly<Record<string, ImportUnit>> = {
  '°c': 'degC',
  c: 'degC',
  degc: 'degC',
  celsius: 'degC',
  '°f': 'degF',
  f: 'degF',
  degf: 'degF',
  fahrenheit: 'degF',
  j: 'J',
  joule: 'J',
  joules: 'J',
  'ft-lbf': 'ft-lbf',
  ft·lbf: 'ft-lbf',
  'ft*lbf': 'ft-lbf',
  ftlbf: 'ft-lbf',
  'ft-lb': 'ft-lbf',
  ft·lb: 'ft-lbf',
  ftlb: 'ft-lbf',
  'ft-lbs': 'ft-lbf',
  ftlbs: 'ft-lbf',
  mm: 'mm',
  in: 'in',
  inch: 'in',
  mil: 'mil',
  mils: 'mil',
  '%': 'percent',
  pct: 'percent',
  percent: 'percent',
};

/** A unit by any of its customary spellings. */
export const importUnitOf = (text: string): ImportUnit | null =>
  unitNames[text.toLowerCase().replace(/\s+/g, '').replace('lbsf', 'lbf')] ?? null;

export interface DetectedHeader {
  readonly field: ImportField | null;
  readonly unit: ImportUnit | null;
}

/** What a header says: `KV2 [J]`, `Temp (°F)`, `le_mm`, `sfa_pct`. */
export function detectHeader(header: string): DetectedHeader {
  const text = header.normalize('NFKC').trim();
  const bracketed = /^(.*?)\s*[([]\s*([^)\]]*)\s*[)\]]\s*$/.exec(text);
  const split = bracketed ?? /^(.+?)(?:[\s_,/]+)(\S+)$/.exec(text);
  const unit = split === null ? null : importUnitOf(split[2]!);
  const bare = unit === null ? null : fieldNamed(split![1]!);
  if (bare !== null) return { field: bare, unit };
  const field = fieldNamed(bracketed?.[1] ?? text) ?? fieldNamed(text.replace('%', ''));
  return { field, unit: bracketed === null ? null : unit };
}

function fieldNamed(text: string): ImportField | null {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
  const found = Object.entries(importFields).find(([, { headers }]) => headers.includes(plain));
  return (found?.[0] as ImportField | undefined) ?? null;
}
