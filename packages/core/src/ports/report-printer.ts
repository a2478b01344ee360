import type { ReportDocument } from '@mlmcsc/contracts';
import type { ReportStanding } from '../laboratory/reports/report-records.ts';
import type { PrintPicture } from './image-codec.ts';

/** A picture of a report, ready to be printed. */
export interface PictureToPrint {
  readonly imageId: string;
  /** Null: it is not there any more; `absence` says why. */
  readonly photo: PrintPicture | null;
  /** The same with cleavage and shear tinted; null where nothing was drawn. */
  readonly withOverlay: PrintPicture | null;
  readonly absence: string | null;
}

/** Everything that stands on the paper. */
export interface ReportToPrint extends ReportStanding {
  readonly document: ReportDocument;
  /** Names by pseudonym; those of people who were erased are missing. */
  readonly names: ReadonlyMap<string, string>;
  readonly pictures: readonly PictureToPrint[];
  /** PNG; null where the report has none or its file was lost. */
  readonly logo: Uint8Array | null;
  /** Whether document and signature are what was signed. */
  readonly isIntact: boolean;
  /** Where the verification code is looked up; null: the address of the installation is not known. */
  readonly verificationUrl: string | null;
}

/** Sets a report as PDF; the same report gives the same bytes. */
export interface ReportPrinter {
  /** @throws Unavailable `printer-busy` */
  print(report: ReportToPrint): Promise<Uint8Array>;
}
