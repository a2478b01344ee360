import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCalculateCommands } from './calculate/add-calculate-commands.ts';
import { addBackupCommands } from './command-line/add-backup-commands.ts';
import { addDatasetCommands } from './command-line/add-dataset-commands.ts';
import { addDriftCommands } from './command-line/add-drift-commands.ts';
import { addForceCurveCommands } from './command-line/add-force-curve-commands.ts';
import { addJobCommands } from './command-line/add-job-commands.ts';
import { addKeyCommands } from './command-line/add-key-commands.ts';
import { addLetterheadCommands } from './command-line/add-letterhead-commands.ts';
import { addMeasuringCommands } from './command-line/add-measuring-commands.ts';
import { addModelCommands } from './command-line/add-model-commands.ts';
import { addNamedRecordCommands } from './command-line/add-named-record-commands.ts';
import { addObjectCommands } from './command-line/add-object-commands.ts';
import { addRecordCommands } from './command-line/add-record-commands.ts';
import { addReportCommands } from './command-line/add-report-commands.ts';
import { addRetentionCommands } from './command-line/add-retention-commands.ts';
import { addReviewCommands } from './command-line/add-review-commands.ts';
import { addScheduleCommands } from './command-line/add-schedule-commands.ts';
import { addSeriesCommands } from './command-line/add-series-commands.ts';
import { addServerCommands } from './command-line/add-server-commands.ts';
import { addStudyCommands } from './command-line/add-study-commands.ts';
import { addUserCommands } from './command-line/add-user-commands.ts';
import { addWebhookCommands } from './command-line/add-webhook-commands.ts';

/** The whole command line. Each command's code is loaded only when it runs, so that `--help` stays quick.
 * @param environment - `process.env`
 */
export function createProgram(environment: NodeJS.ProcessEnv): Command {
  const program = new Command('mlmcsc')
    .description(
      'Percent shear of Charpy fracture faces from photographs, with an interval, learning from corrections.',
    )
    .version(readVersion(), '--version', 'print the version')
    .helpOption('--help', 'explain a command')
    .showHelpAfterError('(mlmcsc --help explains the commands)')
    .exitOverride();
  addMeasuringCommands(program);
  addCalculateCommands(program);
  addServerCommands(program, environment);
  addJobCommands(program, environment);
  addScheduleCommands(program, environment);
  addWebhookCommands(program, environment);
  addModelCommands(program, environment);
  addUserCommands(program, environment);
  addKeyCommands(program, environment);
  addBackupCommands(program, environment);
  addObjectCommands(program, environment);
  addRecordCommands(program, environment);
  addRetentionCommands(program, environment);
  addReviewCommands(program, environment);
  addDatasetCommands(program, environment);
  addSeriesCommands(program, environment);
  addForceCurveCommands(program, environment);
  addNamedRecordCommands(program, environment);
  addReportCommands(program, environment);
  addLetterheadCommands(program, environment);
  addDriftCommands(program, environment);
  addStudyCommands(program, environment);
  return program;
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
