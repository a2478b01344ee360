import type { ReportDocument } from '@mlmcsc/contracts';
import { DomainError } from '../../errors.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { ImageCodec } from '../../ports/image-codec.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { ReportPrinter } from '../../ports/report-printer.ts';
import type { Store } from '../../ports/store.ts';
import { picturesToPrint } from './report-pictures.ts';
import type { ReportUseCases } from './report-use-cases.ts';
import { formatVerificationCode } from './verification-code.ts';

export interface PrintReportDependencies {
  readonly store: Pick<Store, 'rows'>;
  readonly reports: Pick<ReportUseCases, 'read' | 'isIntact'>;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly codec: Pick<ImageCodec, 'encodePrint'>;
  readonly printer: ReportPrinter;
  /** Address of the installation, if it is known. */
  readonly publicUrl: string | null;
}

/** A report on paper. */
export interface PrintedReport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Sets a report as PDF. The same report with the same pictures gives the same bytes.
 * @throws NotFound `report-not-found`; Unavailable `printer-busy | objects-unavailable`
 */
export async function printReport(
  { store, reports, objects, codec, printer, publicUrl }: PrintReportDependencies,
  id: string,
): Promise<PrintedReport> {
  const { document: stored, people, ...standing } = await reports.read(id);
  const document = stored as unknown as ReportDocument;
  const { number, version } = standing.report;
  const code = standing.signature?.verificationCode;
  const bytes = await printer.print({
    ...standing,
    document,
    names: new Map(people.flatMap(({ pseudonym, name }) => (name === null ? [] : [[pseudonym, name]]))),
    pictures: await picturesToPrint({ store, objects, codec }, document),
    logo: await logoOf(objects, document),
    isIntact: await reports.isIntact(standing),
    verificationUrl:
      publicUrl === null || code === undefined
        ? null
        : `${publicUrl.replace(/\/$/, '')}/reports/verify?code=${formatVerificationCode(code)}`,
  });
  return { fileName: `report-${number}-${version}.pdf`, bytes };
}

/** A report can be printed without a logo that was lost, not while the store is away. */
async function logoOf(
  objects: Pick<ObjectStore, 'get'>,
  { laboratory }: ReportDocument,
): Promise<Uint8Array | null> {
  const logo = laboratory?.logo ?? null;
  if (logo === null) return null;
  return objects.get(objectKeyOf(logo.sha256)).catch((error: unknown) => {
    const isLost =
      error instanceof DomainError && (error.code === 'object-not-found' || error.code === 'object-damaged');
    if (isLost) return null;
    throw error;
  });
}
