import type { DatasetItem } from '../ports/datasets.ts';

/** One line of a manifest; the keys are always in this order, so the same data give the same bytes. */
export function formatManifestLine(item: DatasetItem): string {
  return `${JSON.stringify({
    sha256: item.sha256,
    media_type: item.mediaType,
    size_bytes: item.sizeBytes,
    width_px: item.widthPx,
    height_px: item.heightPx,
    file_name: item.fileName,
    specimen: item.specimen,
    heat: item.heat,
    width_mm: item.widthMm,
    px_per_mm: item.pxPerMm,
    label_id: item.labelId,
    shear_percent: item.shearPercent,
    decision: item.decision,
    technician: item.technician,
    labelled_at: item.labelledAt?.toISOString() ?? null,
    split_group: item.splitGroup,
    held_out: item.heldOut,
    regions:
      item.regions === null
        ? null
        : {
            sha256: item.regions.sha256,
            size_bytes: item.regions.sizeBytes,
            painted_by: item.regions.paintedBy,
            painted_at: item.regions.paintedAt.toISOString(),
          },
  })}\n`;
}

/** What is wrong with one line of a manifest. */
export interface LineProblem {
  /** 1 for the first line after the header. */
  readonly line: number;
  readonly field: string | null;
  readonly detail: string;
}

/** A line of a manifest: an item, or what is wrong with it. */
export type ManifestLine =
  | { readonly line: number; readonly item: DatasetItem }
  | { readonly line: number; readonly problem: LineProblem };

export const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

type Check = (value: unknown) => boolean;

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= longest;
const number =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high;
const whole =
  (low: number, high = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    Number.isSafeInteger(value) && number(low, high)(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const uuid: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
const instant: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(new Date(value).getTime());
/** Never a name: people are told apart by pseudonyms. */
const pseudonym: Check = (value) => typeof value === 'string' && /^person:[0-9a-f]{12}$/.test(value);

/** Each field of a line: the rule, in words for people, too. */
const rules: Readonly<Record<string, { readonly check: Check; readonly rule: string }>> = {
  sha256: { check: isDigest, rule: 'must be 64 lower-case hexadecimal digits' },
  media_type: {
    check: (value) => typeof value === 'string' && /^image\/[a-z0-9.+-]{1,40}$/.test(value),
    rule: 'must be a media type of pictures',
  },
  size_bytes: { check: whole(1), rule: 'must be a whole number from 1' },
  width_px: { check: orNull(whole(1)), rule: 'must be a whole number from 1, or null' },
  height_px: { check: orNull(whole(1)), rule: 'must be a whole number from 1, or null' },
  file_name: { check: orNull(text(200)), rule: 'must be a text of up to 200 characters, or null' },
  specimen: { check: orNull(text(100)), rule: 'must be a text of up to 100 characters, or null' },
  heat: { check: orNull(text(100)), rule: 'must be a text of up to 100 characters, or null' },
  width_mm: { check: orNull(number(1, 30)), rule: 'must be from 1 to 30, or null' },
  px_per_mm: {
    check: orNull(number(Number.MIN_VALUE, 10_000)),
    rule: 'must be above 0 and at most 10000, or null',
  },
  label_id: { check: uuid, rule: 'must be a UUID in lower case' },
  shear_percent: { check: number(0, 100), rule: 'must be from 0 to 100' },
  decision: {
    check: (value) => value === 'accepted' || value === 'corrected',
    rule: 'must be accepted or corrected',
  },
  technician: { check: pseudonym, rule: 'must be a pseudonym, person:…' },
  labelled_at: {
    check: orNull(instant),
    rule: 'must be an instant such as 2026-03-01T08:00:00.000Z, or null',
  },
  split_group: { check: text(300), rule: 'must be a text of up to 300 characters' },
  held_out: { check: (value) => typeof value === 'boolean', rule: 'must be true or false' },
  regions: {
    check: orNull((value) => {
      const { sha256, size_bytes, painted_by, painted_at } = value as Record<string, unknown>;
      return isDigest(sha256) && whole(1)(size_bytes) && pseudonym(painted_by) && instant(painted_at);
    }),
    rule: 'must tell sha256, size_bytes, painted_by (a pseudonym) and painted_at, or be null',
  },
};

const laterFields = ['width_px', 'height_px', 'file_name', 'specimen', 'heat', 'labelled_at', 'regions'];

/** Reads one line strictly: every field, nothing else, written as we write it. */
export function readManifestLine(text: string, line: number, format: 1 | 2): ManifestLine {
  const problem = (field: string | null, detail: string): ManifestLine => ({
    line,
    problem: { line, field, detail },
  });
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch {
    return problem(null, 'is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problem(null, 'is no JSON object');
  }
  const fields = Object.keys(rules).filter((name) => format === 2 || !laterFields.includes(name));
  for (const name of fields) {
    if (!Object.hasOwn(value, name)) return problem(name, 'is missing');
    const { check, rule } = rules[name]!;
    if (!check(value[name])) return problem(name, rule);
  }
  const unknown = Object.keys(value).find((name) => !fields.includes(name));
  if (unknown !== undefined) return problem(unknown.slice(0, 100), 'is not known');
  const item = toItem(value);
  if (format === 2 && formatManifestLine(item) !== `${text}\n`) {
    return problem(null, 'is not written in the one way a manifest is written');
  }
  return { line, item };
}

function toItem(value: Record<string, unknown>): DatasetItem {
  const regions = value.regions as
    | { sha256: string; size_bytes: number; painted_by: string; painted_at: string }
    | null
    | undefined;
  const labelledAt = value.labelled_at as string | null | undefined;
  return {
    sha256: value.sha256 as string,
    mediaType: value.media_type as string,
    sizeBytes: value.size_bytes as number,
    widthPx: (value.width_px ?? null) as number | null,
    heightPx: (value.height_px ?? null) as number | null,
    fileName: (value.file_name ?? null) as string | null,
    specimen: (value.specimen ?? null) as string | null,
    heat: (value.heat ?? null) as string | null,
    widthMm: value.width_mm as number | null,
    pxPerMm: value.px_per_mm as number | null,
    labelId: value.label_id as string,
    shearPercent: value.shear_percent as number,
    decision: value.decision as DatasetItem['decision'],
    technician: value.technician as string,
    labelledAt: labelledAt == null ? null : new Date(labelledAt),
    splitGroup: value.split_group as string,
    heldOut: value.held_out as boolean,
    regions:
      regions == null
        ? null
        : {
            sha256: regions.sha256,
            sizeBytes: regions.size_bytes,
            paintedBy: regions.painted_by,
            paintedAt: new Date(regions.painted_at),
          },
  };
}
