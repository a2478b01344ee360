import { createHash } from 'node:crypto';
import type {
  Account,
  Analysis,
  ApiKey,
  AuditEntry,
  BandedFigures,
  CreateAnalysisRequest,
  CreateJobRequest,
  CreateLabelRequest,
  Dataset,
  DatasetEntry,
  Deployment,
  Health,
  HistoryItem,
  Image,
  Job,
  JobItem,
  JobStatistics,
  Label,
  LearningStatus,
  LinkHolder,
  Model,
  OneTimeLink,
  PaintedRegions,
  PromotionRequest,
  ReviewQueue,
  Schedule,
  Session,
  SessionInfo,
  SignInRequest,
  User,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookWithSecret,
} from '@mlmcsc/contracts';
import { DRIFT_EXAMPLES } from './drift-examples.ts';
import { FORCE_CURVE_EXAMPLES } from './force-curve-examples.ts';
import { LABORATORY_EXAMPLES } from './laboratory-examples.ts';
import { operationExamples } from './operation-examples.ts';
import { REPORT_EXAMPLES } from './report-examples.ts';
import { RETENTION_EXAMPLES } from './retention-examples.ts';
import { STUDY_EXAMPLES } from './study-examples.ts';
import { TRIAL_EXAMPLES } from './trial-examples.ts';

const id = (last: string) => `0192f0a0-4c1e-7a3b-9d52-0000000000${last}`;
const digest = (of: string) => createHash('sha256').update(of).digest('hex');
const at = (time: string) => `2026-11-23T${time}.000Z`;
const model = { version: '1.0.0', digest: digest('model') };

const signIn: SignInRequest = { username: 'ann', password: 'correct horse battery staple' };
const session: Session = {
  user: { id: id('01'), username: 'ann', display_name: 'Ann', role: 'technician' },
  expires_at: at('20:15:00'),
  second_factor_missing: false,
};
const user: User = {
  id: id('01'),
  username: 'ann',
  display_name: 'Ann',
  role: 'technician',
  status: 'active',
  has_password: true,
  has_single_sign_on: false,
  has_second_factor: true,
  created_at: at('07:00:00'),
  last_signed_in_at: at('08:15:00'),
};
const account: Account = {
  user,
  second_factor: { is_active: true, is_missing: false, recovery_codes_left: 9 },
};
const token = 'wYh3k0bLr1q8Zt5XvN2cJm7PaSdFgHuEiOyTlKxQzBo';
const link: OneTimeLink = {
  purpose: 'invitation',
  token,
  path: `/welcome#${token}`,
  expires_at: '2026-11-30T08:15:00.000Z',
};
const linkHolder: LinkHolder = {
  purpose: 'invitation',
  username: 'ann',
  display_name: 'Ann',
  expires_at: link.expires_at,
};
const sessionInfo: SessionInfo = {
  id: id('07'),
  is_current: true,
  method: 'password-and-code',
  created_at: at('08:15:00'),
  expires_at: at('20:15:00'),
  ip_address: '192.0.2.7',
  user_agent: 'Mozilla/5.0',
};
const apiKey: ApiKey = {
  id: id('08'),
  name: 'line 3 camera',
  prefix: 'mlmcsc_Kb7x2P',
  scopes: ['read', 'measure'],
  created_at: at('08:15:00'),
  expires_at: '2027-02-21T08:15:00.000Z',
  last_used_at: null,
};
const password = 'correct horse battery staple';
const image: Image = {
  id: id('02'),
  sha256: digest('image'),
  file_name: 'H4711-03.jpg',
  media_type: 'image/jpeg',
  size_bytes: 1_843_201,
  width_px: 2592,
  height_px: 1944,
  specimen: 'H4711-03',
  heat: 'H4711',
  half: 1,
  width_mm: 10,
  px_per_mm: null,
  uploaded_by: 'ann',
  uploaded_at: at('08:16:02'),
  pictures_removed: null,
};
const label: Label = {
  id: id('04'),
  analysis_id: id('03'),
  shear_percent: 45,
  decision: 'corrected',
  notes: 'shear lip on the left is wider',
  technician: 'ann',
  predicted_percent: 41.7,
  predicted_by: model.version,
  learned_in: null,
  held_out: false,
  created_at: at('08:17:30'),
};
const analysis: Analysis = {
  id: id('03'),
  image_id: image.id,
  status: 'ok',
  reason: null,
  shear_percent: 41.7,
  lower: 33.2,
  upper: 50.4,
  interval_level: 0.9,
  bbox: [610, 402, 1371, 1140],
  outline: [
    [612, 410],
    [1979, 404],
    [1981, 1540],
    [610, 1538],
  ],
  notch_side: 'top',
  px_per_mm: 136.9,
  detection_confidence: 0.98,
  flags: [{ code: 'glare', severity: 'warning', detail: 'Light is reflected; turn the specimen a little.' }],
  has_map: true,
  maps_removed: null,
  model,
  pipeline_version: '1',
  elapsed_ms: 214,
  analysed_by: 'ann',
  created_at: at('08:16:03'),
  label,
};
const job: Job = {
  id: id('05'),
  kind: 'analysis.batch.v1',
  state: 'running',
  priority: 'normal',
  progress: { done: 12, failed: 1, total: 40 },
  stage: null,
  attempts: 1,
  max_attempts: 8,
  error: null,
  result: null,
  trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
  closed_reason: null,
  created_by: 'ann',
  created_at: at('08:20:00'),
  available_at: at('08:20:00'),
  started_at: at('08:20:01'),
  finished_at: null,
};
const jobItem: JobItem = { image_id: image.id, analysis_id: analysis.id, state: 'done', error: null };
const figures = {
  count: 57,
  mae: 4.1,
  rmse: 5.6,
  bias: -0.4,
  within_5: 0.68,
  within_10: 0.93,
  interval_coverage: 0.91,
  interval_width: 17.3,
};
const modelVersion: Model = {
  id: id('06'),
  version: '1.0.0+57.1a2b3c4d',
  digest: digest('learned'),
  parent_version: model.version,
  is_champion: true,
  origin: 'online',
  label_count: 57,
  pipeline_version: '1',
  size_bytes: 812_344,
  held_out: figures,
  gate: {
    promoted: true,
    passed: true,
    against: model.version,
    reasons: ['not worse overall, in no band, no new bias'],
    figures: null,
  },
  dataset_digest: digest('dataset'),
  created_at: at('08:17:31'),
};
const paintedRegions: PaintedRegions = {
  id: id('0b'),
  image_id: image.id,
  sha256: digest('painting'),
  size_bytes: 31_022,
  painted_by: 'ann',
  painted_at: at('08:18:10'),
};
const dataset: Dataset = {
  digest: digest('dataset'),
  kind: 'labels',
  source: 'created',
  format: 2,
  parent_digest: null,
  items: 1_203,
  held_out: 241,
  manifest_bytes: 643_127,
  summary: {
    ...{ low: 310, middle: 588, high: 305, technicians: 4, accepted: 702, painted: 25 },
    picture_bytes: 2_214_180_233,
  },
  description: 'round robin 2026',
  filter: { heat: 'H4711' },
  created_by: 'eve',
  created_at: at('08:30:00'),
};
const datasetEntry: DatasetEntry = {
  ...{ sha256: image.sha256, media_type: image.media_type, size_bytes: image.size_bytes },
  ...{ width_px: image.width_px, height_px: image.height_px, file_name: image.file_name },
  ...{ specimen: image.specimen, heat: image.heat, width_mm: 10, px_per_mm: null },
  ...{ label_id: label.id, shear_percent: 45, decision: 'corrected', labelled_at: label.created_at },
  ...{ technician: 'person:5f0c9a1be277', split_group: 'specimen:h4711/h4711-03', held_out: false },
  regions: {
    ...{ sha256: paintedRegions.sha256, size_bytes: paintedRegions.size_bytes },
    ...{ painted_by: 'person:5f0c9a1be277', painted_at: paintedRegions.painted_at },
  },
};
const banded: BandedFigures = {
  overall: figures,
  bands: {
    '0-20': { count: 14, mae: 3.1, bias: 0.8 },
    '20-80': { count: 31, mae: 5.2, bias: -0.6 },
    '80-100': { count: 12, mae: 2.4, bias: -1.3 },
  },
};
const deployment: Deployment = {
  id: id('b1'),
  from_version: model.version,
  to_version: modelVersion.version,
  kind: 'promoted',
  reason: 'Better on X52.',
  deployed_by: 'eve',
  approved_by: 'max',
  deployed_at: at('08:20:00'),
};
const promotionRequest: PromotionRequest = {
  id: id('b2'),
  model_version: modelVersion.version,
  champion_version: model.version,
  reason: deployment.reason,
  requested_by: 'eve',
  requested_at: at('08:18:00'),
  decision: null,
  decided_by: null,
  decided_at: null,
};
const learning: LearningStatus = {
  strategy: 'immediate',
  champion: { version: modelVersion.version, digest: modelVersion.digest },
  labels_total: 57,
  labels_waiting: 1,
  prequential: figures,
  curve: [{ label_number: 57, absolute_error: 3.3, mean_error_last_20: 3.9 }],
};

const jobStatistics: JobStatistics = {
  at: at('08:21:00'),
  lanes: [
    { lane: 'batch', waiting: 3, running: 2, dead: 1, oldest_waiting_seconds: 41.5 },
    { lane: 'learning', waiting: 0, running: 1, dead: 0, oldest_waiting_seconds: null },
    { lane: 'maintenance', waiting: 0, running: 0, dead: 0, oldest_waiting_seconds: null },
  ],
  queues: [
    {
      ...{ kind: 'analysis.batch.v1', priority: 'normal', queued: 2, retrying: 1, running: 2, dead: 1 },
      oldest_waiting_seconds: 41.5,
    },
    {
      ...{ kind: 'label.learn.v1', priority: 'normal', queued: 0, retrying: 0, running: 1, dead: 0 },
      oldest_waiting_seconds: null,
    },
  ],
};

const schedule: Schedule = {
  name: 'prune',
  kind: 'maintenance.prune.v1',
  cron: '17 3 * * *',
  time_zone: 'Europe/Berlin',
  is_enabled: true,
  is_changed: true,
  next_at: '2026-11-24T02:17:00.000Z',
  last_at: '2026-11-23T02:17:03.000Z',
  last_job_id: id('07'),
};

const webhook: Webhook = {
  id: id('08'),
  url: 'https://lims.example/hooks/mlmcsc',
  description: 'Laboratory information system',
  event_types: ['analysis.completed', 'label.submitted'],
  is_enabled: true,
  disabled_reason: null,
  old_secret_until: null,
  created_by: 'ada',
  created_at: at('07:30:00'),
};
const webhookWithSecret: WebhookWithSecret = {
  ...webhook,
  secret: `whsec_${Buffer.from('not a secret: an example').toString('base64')}`,
};
const webhookDelivery: WebhookDelivery = {
  id: id('09'),
  webhook_id: webhook.id,
  event_id: id('0a'),
  event_type: 'analysis.completed',
  state: 'waiting',
  attempts: 1,
  next_attempt_at: at('08:16:09'),
  created_at: at('08:16:03'),
  finished_at: null,
};
const webhookDeliveryDetail: WebhookDeliveryDetail = {
  ...webhookDelivery,
  log: [
    {
      number: 1,
      at: at('08:16:04'),
      status: 503,
      latency_ms: 88,
      error: 'The receiver answered 503.',
      response: 'starting',
    },
  ],
};

const createAnalysis: CreateAnalysisRequest = { image_id: image.id };
const createLabel: CreateLabelRequest = {
  analysis_id: analysis.id,
  shear_percent: 45,
  notes: 'wider shear lip',
};
const createJob: CreateJobRequest = { kind: 'analysis.batch.v1', image_ids: [image.id] };
const health: Health = { status: 'ok', checks: [{ name: 'database', ok: true }] };
const auditEntry: AuditEntry = {
  position: 4711,
  at: at('08:17:30'),
  action: 'label.submitted',
  actor: {
    kind: 'user',
    person: 'person:5f0c9a1be277',
    name: 'ann',
    api_key: null,
    address: '192.0.2.17',
  },
  subject: { kind: 'analysis', id: analysis.id, name: null },
  request_id: '0b54f9a2c1d84e57',
  details: { label_id: label.id, shear_percent: 45, decision: 'corrected' },
  hash: digest('entry'),
};
const historyItem: HistoryItem = { analysis, image };
const reviewQueue: ReviewQueue = {
  ...{ strategy: 'hybrid', is_default: true, labels: 312, labels_before_choosing: 100 },
  candidates: 412,
  candidate_window: 1000,
  label_window: 1000,
  to_label: [
    {
      analysis_id: id('31'),
      image_id: id('32'),
      file_name: 'S-0519-B.jpg',
      specimen: 'S-0519-B',
      heat: 'H4711',
      shear_percent: 47.2,
      lower: 33.1,
      upper: 60.4,
      reasons: [
        {
          code: 'unlike-learned',
          detail: '1.84 deviations a feature from the nearest picture that is labelled or stands above.',
          value: 1.84,
        },
        {
          code: 'interval-width',
          detail: 'The interval is 27.3 points wide; half of the candidates have at most 14.9.',
          value: 27.3,
        },
      ],
    },
  ],
  to_check: [
    {
      analysis_id: id('33'),
      image_id: id('34'),
      file_name: 'S-0398-A.jpg',
      specimen: 'S-0398-A',
      heat: null,
      shear_percent: 71.5,
      lower: 64,
      upper: 78.5,
      label_percent: 17,
      technician: 'bob',
      priority: 'high',
      reasons: [
        {
          code: 'label-outside-interval',
          detail: 'The label 17.0 % is 47.0 points outside the interval of 64.0 to 78.5 %.',
          value: 47,
        },
      ],
    },
  ],
  readers: [
    {
      technician: 'bob',
      readings: 34,
      bias: -7.9,
      deviation: 5.2,
      detail:
        'Reads 7.9 points below the other readers and the model, with a scatter of 5.2 points, on 34 pictures.',
    },
  ],
};

/** An example of each named schema that a request or an answer is made of. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  Account: account,
  Analysis: analysis,
  AuditEntry: auditEntry,
  AuditVerification: {
    is_unbroken: true,
    entries: auditEntry.position,
    erased: 0,
    head: { position: auditEntry.position, hash: auditEntry.hash },
    broken: null,
  },
  AuditHead: { position: auditEntry.position, hash: auditEntry.hash },
  ChangeWebhookRequest: { is_enabled: false },
  CreateWebhookRequest: { url: webhook.url, event_types: webhook.event_types },
  Webhook: webhook,
  WebhookList: { items: [webhook] },
  WebhookWithSecret: webhookWithSecret,
  WebhookDelivery: webhookDelivery,
  WebhookDeliveryDetail: webhookDeliveryDetail,
  ChangeScheduleRequest: { cron: '17 3 * * *', time_zone: 'Europe/Berlin', is_enabled: true },
  Schedule: schedule,
  ScheduleList: { items: [schedule] },
  ApiKey: apiKey,
  ChangePasswordRequest: { current_password: password, new_password: 'four unrelated words here' },
  ChangeUserRequest: { role: 'reviewer' },
  ConfirmSecondFactorRequest: { code: '492039' },
  ConfirmWithPassword: { current_password: password },
  CreateApiKeyRequest: { name: apiKey.name, scopes: apiKey.scopes, expires_in_days: 90 },
  CreatedApiKey: { key: apiKey, secret: 'mlmcsc_<40 characters and a checksum>' },
  InspectLinkRequest: { token },
  InviteUserRequest: { username: 'ann', display_name: 'Ann', role: 'technician' },
  InvitedUser: {
    user: {
      ...user,
      status: 'invited',
      has_password: false,
      has_second_factor: false,
      last_signed_in_at: null,
    },
    link,
  },
  LinkHolder: linkHolder,
  OneTimeLink: link,
  RecoveryCodes: { codes: ['k7mw-2xpn-9qtr-b4hc'] },
  RedeemLinkRequest: { token, password },
  SecondFactorOffer: {
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    otpauth_uri: 'otpauth://totp/MLMCSC:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=MLMCSC',
    qr_svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 41 41"></svg>',
  },
  SessionInfo: sessionInfo,
  User: user,
  ErasePersonRequest: { confirm: 'ann' },
  Erasure: { pseudonym: 'person:5f0c9a1be277', rows: { 'labels.technician': 57, auth_user: 1 } },
  ConfigureLearningRequest: { strategy: 'batch' },
  DeadJobsOutcome: { changed: 12, has_more: false },
  DiscardDeadJobsRequest: { kind: 'analysis.batch.v1', reason: 'The camera was out of focus all morning.' },
  RerunDeadJobsRequest: { kind: 'analysis.batch.v1', before: at('08:00:00') },
  JobStatistics: jobStatistics,
  CreateAnalysisRequest: createAnalysis,
  CreateJobRequest: createJob,
  CompleteUploadRequest: {
    file_name: 'S-0412-A.jpg',
    sha256: image.sha256,
    specimen: 'S-0412-A',
    width_mm: 10,
  },
  ContentLink: {
    url: 'https://s3.lab.example/mlmcsc/sha256/9f/86/9f86…?X-Amz-Expires=300&X-Amz-Signature=…',
    expires_at: '2026-11-18T09:41:12.000Z',
  },
  CreateLabelRequest: createLabel,
  Health: health,
  HistoryItem: historyItem,
  ReviewQueue: reviewQueue,
  Image: image,
  InferenceError: { error: 'This picture cannot be read: The file ends early.' },
  InferenceLive: { live: true },
  InferenceModel: {
    name: 'percent-shear',
    versions: [model.version],
    platform: 'mlmcsc',
    inputs: [{ name: 'image', datatype: 'BYTES', shape: [-1] }],
    outputs: [{ name: 'shear_percent', datatype: 'FP64', shape: [-1] }],
  },
  InferenceModelReady: { name: 'percent-shear', ready: true },
  InferenceReady: { ready: true },
  InferenceRequest: {
    id: '42',
    inputs: [
      { name: 'image', shape: [1], datatype: 'BYTES', data: ['/9j/4AAQSkZJRg=='] },
      { name: 'width_mm', shape: [1], datatype: 'FP64', data: [10] },
    ],
    outputs: [{ name: 'shear_percent' }, { name: 'status' }],
  },
  InferenceResponse: {
    model_name: 'percent-shear',
    model_version: model.version,
    id: '42',
    outputs: [
      { name: 'shear_percent', shape: [1], datatype: 'FP64', data: [41.7] },
      { name: 'status', shape: [1], datatype: 'BYTES', data: ['ok'] },
    ],
  },
  InferenceServer: { name: 'mlmcsc', version: '0.1.0', extensions: [] },
  ...FORCE_CURVE_EXAMPLES,
  ...LABORATORY_EXAMPLES,
  ...REPORT_EXAMPLES,
  ...DRIFT_EXAMPLES,
  ...STUDY_EXAMPLES,
  ...TRIAL_EXAMPLES,
  ...operationExamples(jobStatistics),
  ...RETENTION_EXAMPLES,
  Job: job,
  JobItem: jobItem,
  Label: label,
  LearningStatus: learning,
  LearningStrategy: { strategy: 'immediate' },
  CreateDatasetRequest: {
    description: 'round robin 2026',
    filter: { heat: 'H4711', from: at('00:00:00'), held_out: false },
  },
  Dataset: dataset,
  DatasetEntry: datasetEntry,
  ImportDatasetRequest: { upload_id: id('a2') },
  PaintedRegions: paintedRegions,
  StartArchiveUploadRequest: { size_bytes: 2_214_912_000 },
  Model: modelVersion,
  ModelPolicy: { promotion: 'two-persons', learning: 'on', retrain_after_labels: 200 },
  Deployment: deployment,
  PromotionRequest: promotionRequest,
  PromotionOutcome: { deployment: null, request: promotionRequest },
  PromoteModelRequest: { reason: deployment.reason },
  DecidePromotionRequest: { decision: 'approved' },
  RollBackRequest: { from_version: modelVersion.version, reason: 'Reads too high since the new lamp.' },
  BandedFigures: banded,
  GateFigures: {
    gold_set: { champion: banded, candidate: banded },
    recent_labels: { champion: banded, candidate: banded },
  },
  Recomputation: {
    ...{ analysis_id: analysis.id, model_version: model.version, pipeline_version: '1', is_identical: true },
    differences: [],
    stored: { shear_percent: 41.7, lower: 33.2, upper: 50.4 },
    recomputed: { shear_percent: 41.7, lower: 33.2, upper: 50.4 },
  },
  ServerEvent: { type: 'job.changed', job },
  Session: session,
  SignInOptions: { single_sign_on: true },
  SignInRequest: signIn,
  StartUploadRequest: { size_bytes: 3_812_345 },
  Upload: {
    id: '0192f0a0-4c1e-7a3b-9d52-0000000000a1',
    method: 'PUT',
    url: 'https://s3.lab.example/mlmcsc/incoming/0192f0a0-4c1e-7a3b-9d52-0000000000a1?X-Amz-Expires=3600&X-Amz-Signature=…',
    headers: { 'content-type': 'application/octet-stream', 'content-length': '3812345' },
    expires_at: '2026-11-18T10:36:12.000Z',
  },
};
