/** How one problem is answered and explained. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** What it means and what to do about it; shown on the problem's page. */
  readonly explanation: string;
}

const entry = (status: number, title: string, explanation: string): ProblemEntry => ({
  status,
  title,
  explanation,
});

/** The one table from stable code to status, title and page; `type` is `/problems/<code>`. */
export const PROBLEMS = {
  // The request itself.
  'invalid-request': entry(
    400,
    'The request does not fit its description',
    'A field is missing, unknown, of the wrong type or out of range. `errors` names each with a JSON Pointer. Correct the request; repeating it unchanged never works.',
  ),
  'malformed-body': entry(
    400,
    'The body cannot be read',
    'The body is not well-formed JSON or not a well-formed multipart form, or its length differs from Content-Length.',
  ),
  'cursor-invalid': entry(
    400,
    'The cursor is not one of ours',
    'Cursors are opaque: pass `next_cursor` of the page before, unchanged and with the same filters, or leave it out to begin again.',
  ),
  'expectation-failed': entry(
    417,
    'The expectation cannot be met',
    'Of `Expect` only `100-continue` is understood. Leave the header out.',
  ),
  'precondition-failed': entry(
    412,
    'It was changed meanwhile',
    'Somebody else changed it since you read it (`If-Match`). Read it again, look at what they did, and repeat your change if it is still wanted.',
  ),
  'precondition-required': entry(
    428,
    'Say what you are replacing',
    'This change could undo what somebody else did. Read the resource and send its `ETag` as `If-Match`; `*` takes whatever is there.',
  ),
  'not-found': entry(
    404,
    'There is nothing here',
    'No route has this address. See /docs for those that exist.',
  ),
  'method-not-allowed': entry(
    405,
    'This address does not answer that method',
    'The `Allow` header lists the methods it does answer.',
  ),
  'request-aborted': entry(499, 'The caller went away', 'The connection closed before the answer was ready.'),
  'request-timeout': entry(
    408,
    'The request took too long to arrive',
    'Send it again over a better connection.',
  ),
  'body-too-large': entry(
    413,
    'The body is too large',
    'The limit of a JSON body is 1 MiB; the limit of a picture is set by MLMCSC_MAX_UPLOAD_BYTES.',
  ),
  'unsupported-media-type': entry(
    415,
    'This content type is not accepted here',
    'Send `application/json`, or `multipart/form-data` when uploading a picture.',
  ),
  'header-fields-too-large': entry(
    431,
    'The request header is too large',
    'Send fewer or shorter header fields.',
  ),
  'too-many-requests': entry(
    429,
    'Too many requests',
    'Wait for the seconds in `Retry-After` and send again more slowly.',
  ),
  'idempotency-key-reused': entry(
    409,
    'This idempotency key belongs to another request',
    'A key may be repeated only with the same request. Use a fresh key for a new request.',
  ),
  'idempotency-key-in-use': entry(
    409,
    'The first request with this key is still running',
    'Wait for the seconds in `Retry-After` and repeat the request with the same key.',
  ),

  // Who may do what.
  'not-signed-in': entry(
    401,
    'Sign in first',
    'There is no session, or it has ended. Sign in and repeat the request.',
  ),
  'sign-in-failed': entry(
    401,
    'User name or password is wrong',
    'Check both. After several failures further attempts are refused for a while.',
  ),
  // Answers of the proxy in front of the API.
  'tls-required': entry(
    400,
    'This port speaks TLS only',
    'The address begins with `http://`, the port expects TLS. Use `https://`.',
  ),
  'api-unreachable': entry(
    503,
    'No API process can be reached',
    'The proxy found no replica that answers, or none that it may trust (its log says which). A request that changes something may have been carried out: repeat it with the same `Idempotency-Key`.',
  ),
  'sign-in-locked': entry(
    429,
    'Too many failed sign-ins',
    'Sign-in for this user name from this address is refused for a while. Wait for the seconds in `Retry-After`.',
  ),
  'second-factor-required': entry(
    401,
    'The code of your authenticator is needed, too',
    'User name and password are right. Repeat the request with `code`: six digits of the authenticator, or a recovery code.',
  ),
  'second-factor-wrong': entry(
    403,
    'The code is wrong',
    'Codes work for about a minute and only once. Check the clock of the device, or use a recovery code.',
  ),
  'second-factor-missing': entry(
    403,
    'Set up a second factor first',
    'Your role demands one (MLMCSC_SECOND_FACTOR_FROM_ROLE). Until it is set up, only your own account can be used.',
  ),
  'second-factor-active': entry(
    409,
    'There is a second factor already',
    'Remove it before you set up another one.',
  ),
  'second-factor-inactive': entry(409, 'There is no second factor', 'None is in use for this account.'),
  'second-factor-not-begun': entry(
    409,
    'Nothing waits to be confirmed',
    'Ask for a secret first, enter it in your authenticator, then confirm with its code.',
  ),
  'api-key-invalid': entry(
    401,
    'This API key does not work',
    'It is unknown, expired or revoked, or its owner is deactivated. Make a new one in your account.',
  ),
  'scope-insufficient': entry(
    403,
    'The API key may not do this',
    'The `detail` names the scope that is needed. Scopes are chosen when a key is made; make another key.',
  ),
  'session-required': entry(
    403,
    'API keys cannot do this',
    'Credentials, keys and roles are handed out only by people who are signed in.',
  ),
  'sso-not-configured': entry(
    404,
    'There is no single sign-on',
    'This installation has none. Sign in with user name and password.',
  ),
  'sso-unavailable': entry(
    503,
    'The single sign-on provider does not answer',
    'Try again, or sign in with a password if you have one here.',
  ),
  'sso-failed': entry(
    403,
    'Single sign-on failed',
    'What the browser brought back could not be verified, or took too long. Begin again.',
  ),
  'sso-refused': entry(
    403,
    'The single sign-on account may not sign in here',
    'The `detail` says why: no group of yours has a role here, the account is deactivated, or its name belongs to a local user.',
  ),
  'role-insufficient': entry(
    403,
    'Your role does not allow this',
    'The `detail` names the role that is needed. An administrator can change your role.',
  ),
  'cross-site-request': entry(
    403,
    'This request came from another site',
    'Requests that change something are accepted only from pages of this server (Origin and Sec-Fetch-Site are checked). Behind a proxy, set MLMCSC_PUBLIC_URL to the address users see.',
  ),

  // Users and their credentials.
  'password-unfit': entry(
    400,
    'The password is too short or too long',
    'A password has 12 to 200 characters; any characters will do.',
  ),
  'password-common': entry(
    400,
    'The password is easy to guess',
    'It is a common word, a pattern or the user name with little added. Several unrelated words make a good one.',
  ),
  'password-wrong': entry(403, 'This is not your present password', 'Type your present password again.'),
  'no-password': entry(
    409,
    'This account has no password here',
    'It signs in by single sign-on. An administrator can issue a link that sets one.',
  ),
  'username-invalid': entry(
    400,
    'The user name cannot be used',
    'A user name has 2 to 64 letters a–z, digits, dots, underscores or hyphens and begins with a letter or digit.',
  ),
  'username-taken': entry(409, 'The user name is taken', 'Choose another one.'),
  'user-not-found': entry(404, 'There is no such user', 'The identifier names no user.'),
  'user-deactivated': entry(409, 'The user is deactivated', 'Reactivate the user first.'),
  'last-administrator': entry(
    409,
    'This is the last active administrator',
    'Make another administrator first, so that somebody can still look after the users.',
  ),
  'link-invalid': entry(
    404,
    'This link does not work any more',
    'It was used, has expired, or a newer one was issued. Ask an administrator for a new link.',
  ),
  'session-not-found': entry(404, 'There is no such session', 'It has ended already, or never was.'),
  'key-not-found': entry(404, 'There is no such key', 'It was revoked already, or never was.'),
  'key-expiry-invalid': entry(400, 'The key cannot end then', 'A key ends in the future, within 366 days.'),
  'too-many-keys': entry(
    409,
    'There are too many keys',
    'A user has at most 50 live keys. Revoke one first.',
  ),

  // Pictures.
  'image-missing': entry(
    400,
    'The form holds no picture',
    'Put exactly one picture into the form field `file`.',
  ),
  'image-empty': entry(422, 'The picture is empty', 'The file has no bytes. Choose the picture again.'),
  'image-type-unsupported': entry(
    422,
    'This is not a picture we can read',
    'JPEG, PNG, TIFF, WebP and BMP are read; the type is told by content, not by name.',
  ),
  'image-truncated': entry(
    422,
    'The picture is damaged or incomplete',
    'The file ends early or its data is corrupt. Copy it again from the camera.',
  ),
  'image-too-many-pixels': entry(
    422,
    'The picture has too many pixels',
    'The limit is set by MLMCSC_MAX_IMAGE_PIXELS. Crop or scale the picture.',
  ),
  'image-too-large': entry(
    413,
    'The picture has too many bytes',
    'The limit is set by MLMCSC_MAX_UPLOAD_BYTES. Save the picture with stronger compression, or crop it.',
  ),
  'image-too-slow': entry(
    422,
    'The picture takes too long',
    'Decoding or measuring it did not end in time. Crop or scale the picture.',
  ),
  'images-busy': entry(
    503,
    'Too many pictures at once',
    'Pictures are decoded in a bounded number at a time. Wait for the seconds in `Retry-After` and send again.',
  ),
  'out-of-memory': entry(
    503,
    'There is not enough memory for this picture now',
    'Wait for the seconds in `Retry-After` and send again; if it happens again, make the picture smaller.',
  ),
  'image-animated': entry(422, 'The picture is animated', 'Save a single frame and upload that.'),
  'image-not-found': entry(404, 'There is no such picture', 'The identifier names no stored picture.'),
  'heat-not-found': entry(404, 'There is no such heat', 'The identifier names no heat.'),
  'test-machine-not-found': entry(
    404,
    'There is no such testing machine',
    'The identifier names no testing machine.',
  ),
  'series-not-found': entry(404, 'There is no such series', 'The identifier names no series.'),
  'specimen-not-found': entry(404, 'There is no such specimen', 'The identifier names no specimen.'),
  'label-not-found': entry(404, 'There is no such label', 'The identifier names no label.'),
  'specimen-unknown': entry(
    400,
    'The specimen is not in any list',
    'This installation takes pictures only of specimens that were entered before (`MLMCSC_UNKNOWN_SPECIMENS=refuse`). Enter the specimen, mend its identifier, or send the picture without it.',
  ),
  'record-exists': entry(
    409,
    'The name is taken',
    'Names of heats, machines and series and identifiers of specimens are unique in the laboratory. Change the record that is there, or take another name.',
  ),
  'record-in-use': entry(
    409,
    'Others refer to it',
    'A heat, machine or series with specimens, or a specimen with pictures, cannot be deleted. Move or unlink what refers to it first.',
  ),
  'series-widths-differ': entry(
    422,
    'The specimens of the series are of several widths',
    'A transition curve is of one width. Make a series of each width.',
  ),
  'curve-unfit': entry(
    422,
    'A curve cannot be fitted with this',
    'A value or shelf is outside the range of the property. The detail names it.',
  ),
  'tables-busy': entry(
    503,
    'Too many lists are being read',
    'Send the list again after the time in Retry-After; nothing was taken in.',
  ),
  'curves-busy': entry(
    503,
    'Too many curves are being fitted',
    'Ask again after the time in Retry-After; a curve takes about a second.',
  ),
  'printer-busy': entry(
    503,
    'Too many reports are being printed',
    'Ask again after the time in Retry-After; a report with many pictures takes some seconds.',
  ),
  'acceptance-rule-missing': entry(
    404,
    'The series has no acceptance rule',
    'Nothing was asked of these specimens. Set `acceptance` of the series first.',
  ),
  'series-closed': entry(
    409,
    'The series is closed',
    'The specimens of a closed series take no more changes. A reviewer can open it again; that stays in its history.',
  ),
  'correction-needs-reviewer': entry(
    403,
    'A reviewer may correct this',
    'Technicians enter values where there are none. A value that is there is corrected by a reviewer; the history keeps both.',
  ),
  'specimen-invalid': entry(
    400,
    'A value of the specimen cannot be',
    '`detail` names the field and what it must be: a unit that does not fit, a value out of range, or one that contradicts what it follows from.',
  ),
  'report-not-found': entry(
    404,
    'There is no such report',
    'The identifier names no report, or none of this series.',
  ),
  'report-empty': entry(422, 'There is nothing to report', 'The series has no specimens. Enter them first.'),
  'report-too-large': entry(
    422,
    'The series is too large for a report',
    'A report holds at most 500 specimens. Make a series of each part.',
  ),
  'report-signed': entry(
    409,
    'The report is signed already',
    'A report is signed once, by one person. If something in it is wrong, make a report that supersedes it.',
  ),
  'report-unsigned': entry(
    409,
    'The report is a draft',
    'Only a signed report is superseded. A draft that is wrong is discarded; make another one.',
  ),
  'report-discarded': entry(
    409,
    'The draft was discarded',
    'Somebody decided that nobody is to sign it, and said why. Make another report of the series.',
  ),
  'report-superseded': entry(
    409,
    'The report was superseded',
    'A newer version is signed. Read it, and supersede that one if something is still wrong.',
  ),
  'report-digest-differs': entry(
    409,
    'This is not the digest of the report',
    'Whoever signs names the document that was read by its digest. Read the report again and send its `digest`.',
  ),
  'drift-finding-not-found': entry(
    404,
    'There is no such finding',
    'The identifier names no finding of drift.',
  ),
  'drift-finding-acknowledged': entry(
    409,
    'The finding is acknowledged already',
    'Somebody said before what it was; `detail` repeats it. If it has changed since, set a new reference.',
  ),
  'drift-reference-invalid': entry(
    400,
    'A reference cannot begin then',
    'It begins now or earlier: leave `begins_at` out, or name a moment that is over.',
  ),
  'drift-nothing-measured': entry(
    409,
    'There is nothing to compare yet',
    'A reference is made of pictures that the model in service has measured. Measure one first.',
  ),
  'study-not-found': entry(404, 'There is no such study', 'The identifier names no study of readers.'),
  'study-invalid': entry(
    400,
    'The study cannot be',
    'Readers are active users with the role technician or more, every specimen has a picture, and a study asks for at most 20 000 readings. `detail` and `errors` say what is wrong.',
  ),
  'study-closed': entry(
    409,
    'The study is closed',
    'Nobody reads in a closed study any more. Begin another one.',
  ),
  'study-reading-not-found': entry(
    404,
    'Nobody asked you for this reading',
    'The identifier names no reading of yours in this study. Ask for the next one.',
  ),
  'study-reading-given': entry(
    409,
    'The reading was given',
    'A blind reading is never changed. A mistake shows as disagreement, which a reviewer decides.',
  ),
  'study-reading-not-next': entry(
    409,
    'Another specimen comes first',
    'The random order is part of the study. Ask for the next reading and give that one.',
  ),
  'study-not-finished': entry(
    409,
    'Readings are still missing',
    'Nothing is shown or decided before everybody has read. Wait, or let a reviewer close the study.',
  ),
  'study-not-disputed': entry(
    409,
    'The readers agree',
    'They differ by no more than the threshold of the study; there is nothing to decide.',
  ),
  'blind-reading': entry(
    403,
    'You read it blind',
    'A study that goes on asks you for a picture of this specimen. What the model and others said is shown when all readings of the specimen are in, or the study is closed.',
  ),
  'not-a-reader': entry(403, 'You do not read in this study', 'Only the readers it names give readings.'),
  'adjudicator-is-reader': entry(
    403,
    'Who reads does not decide',
    'A reviewer who has not read in the study decides where its readers differ.',
  ),
  'specimen-list-unreadable': entry(
    400,
    'The list cannot be read',
    'It is no CSV file or XLSX workbook, too large, or something about it must be told: `detail` says what. See docs/reference/specimen-lists.md.',
  ),
  'specimen-list-invalid': entry(
    400,
    'Values of the list cannot be',
    'Nothing was taken in. `errors` names row, column and reason of the first hundred faults.',
  ),
  'force-curve-invalid': entry(
    400,
    'The force curve cannot be read',
    'A line or column is wrong (`errors` names the first hundred), something must be told with the file, or the forces contradict one another: `detail` says what. See docs/reference/instrumented-tests.md.',
  ),
  'logo-type-unsupported': entry(
    400,
    'The logo is neither PNG nor JPEG',
    'What a file is, its first bytes say, not its name. Save the logo as PNG or JPEG.',
  ),
  'logo-not-found': entry(404, 'There is no logo', 'The letterhead of reports has no logo.'),
  'force-curve-not-found': entry(
    404,
    'There is no force curve',
    'No curve of an instrumented test was attached to the specimen.',
  ),
  'upload-busy': entry(
    503,
    'Too many uploads at once',
    'Memory for uploads is used up for the moment. Wait for the seconds in `Retry-After` and send again.',
  ),

  'no-specimens': entry(
    400,
    'No specimens detected in image',
    'For clients of the earlier system: there is no fracture face in the picture, or it is unfit to be measured. With `?allow_no_specimens=true` this is a normal answer.',
  ),

  // Analyses, labels, jobs, models.
  'analysis-not-found': entry(404, 'There is no such analysis', 'The identifier names no stored analysis.'),
  'analysis-has-no-map': entry(
    404,
    'This analysis has no map',
    'No face was found, or it was unfit to be measured, so there is no map and no overlay.',
  ),
  'job-not-found': entry(404, 'There is no such job', 'The identifier names no job.'),
  'analysis-without-answer': entry(
    409,
    'This analysis gave no number to judge',
    'A label judges a measured percent shear. Take a better picture of the face and analyse that one.',
  ),
  'shear-out-of-range': entry(400, 'Percent shear is out of range', 'Percent shear lies between 0 and 100.'),
  'context-invalid': entry(
    400,
    'What was told about the picture is invalid',
    'The `detail` names the field and its range: specimen and heat up to 100 characters, width 1 to 30 mm, calibration above 0 up to 10 000 px/mm.',
  ),
  'no-images': entry(400, 'The batch names no picture', 'Name between 1 and 5000 pictures.'),
  'job-finished': entry(
    409,
    'The job cannot be cancelled any more',
    'Only a queued, running or retrying job can be cancelled.',
  ),
  'job-not-rerunnable': entry(
    409,
    'The job cannot be run again',
    'Only a job that is dead (its retries are used up) or cancelled can be run again.',
  ),
  'schedule-not-found': entry(404, 'There is no such schedule', 'See GET /api/v1/schedules for their names.'),
  'schedule-invalid': entry(
    400,
    'This is not a time that comes',
    'Write `minute hour day month weekday`, e.g. `17 3 * * *`, and a time zone such as `Europe/Berlin`.',
  ),
  'webhook-not-found': entry(404, 'There is no such webhook', 'The identifier names no subscription.'),
  'webhook-delivery-not-found': entry(
    404,
    'There is no such delivery',
    'The identifier names no delivery; old ones are deleted after 30 days.',
  ),
  'webhook-url-refused': entry(
    400,
    'Webhooks may not go to this address',
    'The `detail` says why. Addresses must be https:// and on the public internet; MLMCSC_WEBHOOK_ALLOW_HTTP and MLMCSC_WEBHOOK_ALLOWED_NETWORKS allow more.',
  ),
  'webhooks-too-many': entry(400, 'There are too many webhooks', 'Delete one that is not needed any more.'),
  'reason-missing': entry(
    400,
    'A reason is missing',
    'Say in `reason` why; it is kept for those who ask later.',
  ),
  'dataset-not-found': entry(
    404,
    'There is no such dataset version',
    'No version has this digest, or several begin with what was given; give more of it.',
  ),
  'archive-damaged': entry(
    422,
    'The archive is damaged',
    'It is no tar archive, was cut off, or holds something other than files. Export it again. Nothing was stored.',
  ),
  'dataset-archive-invalid': entry(
    422,
    'This archive cannot be imported',
    'It was not made by `dataset export`, or parts of it are missing, changed or unreadable. `errors` names the lines and files. Nothing was stored.',
  ),
  'dataset-labels-conflict': entry(
    422,
    'The archive contradicts what is here',
    'A label that is stored here under the same identifier says something else. Labels never change, so one of the two was tampered with. Nothing was stored.',
  ),
  'regions-unfit': entry(
    422,
    'This is not a painting of that picture',
    'Paint on a copy of the upright picture, of the same size in pixels, saved as PNG: pure red is cleavage, pure green shear, pure blue no fracture surface; at least one pixel must be painted.',
  ),
  'regions-not-found': entry(404, 'Nothing was painted', 'Nobody has painted regions on this picture.'),
  'model-not-found': entry(
    404,
    'There is no such model',
    'Neither an identifier nor a version has this value.',
  ),
  'model-missing': entry(
    503,
    'There is no model in service',
    'No model has been installed yet. Start the system once with the shipped model, or see the log of the first start.',
  ),
  'measurer-busy': entry(
    503,
    'Too many analyses at once',
    'All measuring threads are busy and the queue is full. Wait for the seconds in `Retry-After`, or use a batch job.',
  ),

  // The system.
  'model-unreadable': entry(
    422,
    'The model file cannot be read',
    'It is damaged or was made by a newer version. Export or train it again.',
  ),
  'upload-not-found': entry(
    404,
    'There is no such upload',
    'Nothing was uploaded under this identifier, it was completed already, or it has expired. Upload the picture again.',
  ),
  'upload-differs': entry(
    422,
    'The upload is not what was announced',
    'Its SHA-256 is another one: it was damaged on its way, or is another file. It was discarded; upload the picture again.',
  ),
  'upload-size-differs': entry(
    400,
    'The upload has another size than was announced',
    'Send exactly the bytes whose number was announced when the upload was started. Nothing was stored.',
  ),
  'transfer-refused': entry(
    403,
    'This address allows nothing',
    'It was changed, has expired, or belongs to another server. Ask for a new one.',
  ),
  'object-not-found': entry(
    404,
    'The stored file is missing',
    'A row names an object that the object store does not hold. Restore it from a backup.',
  ),
  'object-damaged': entry(
    503,
    'A stored file is damaged',
    'The bytes no longer match their SHA-256. Restore the object from a backup.',
  ),
  'objects-unavailable': entry(
    503,
    'The object store does not answer',
    'Pictures can be neither stored nor read for the moment; values and what is in memory can. Nothing was stored. Wait for the seconds in `Retry-After` and repeat the request; `/readyz` tells when it answers again.',
  ),
  'objects-refused': entry(
    503,
    'The object store refuses us',
    'Bucket, access key or certificate are not as configured (`MLMCSC_S3_*`). The log and `mlmcsc doctor` name the setting; the request works once it is corrected.',
  ),
  'database-refused': entry(
    503,
    'The database refuses us',
    'User, password or name of the database are not as configured (`MLMCSC_DATABASE_URL`). The request was not carried out; it works once the setting, or the database, is corrected.',
  ),
  'database-unavailable': entry(
    503,
    'The database cannot be reached',
    'The request was not carried out. Wait for the seconds in `Retry-After` and repeat it.',
  ),
  'database-unverified': entry(
    503,
    'The database cannot be trusted',
    'Its certificate is not of the authority in MLMCSC_DATABASE_CA_FILE or not for its host name, or it does not encrypt. The operator must mend that.',
  ),
  'database-timeout': entry(
    503,
    'The database took too long',
    'The request was not carried out. Narrow it (a shorter span of time, a smaller page) or repeat it later.',
  ),
  'database-busy': entry(
    503,
    'Others changed the same rows at the same time',
    'The request was not carried out. Wait for the seconds in `Retry-After` and repeat it.',
  ),
  'outcome-unknown': entry(
    503,
    'It is not known whether the change was stored',
    'The database went away at the very moment it stored the change and did not come back in time. Repeat the request with the same `Idempotency-Key`, which never does it twice; without a key look first whether the change is there.',
  ),
  'champion-changed': entry(
    409,
    'Another model became champion meanwhile',
    'Read the current champion and decide again.',
  ),
  'already-champion': entry(409, 'The model is in service already', 'There is nothing to do.'),
  'gate-not-passed': entry(
    409,
    'The gate did not let the model pass',
    'A model comes into service only when the gate found it not worse than the champion of now. `detail` says what spoke against it, or that it was compared with an earlier champion: then retrain, which judges again.',
  ),
  'model-not-servable': entry(
    409,
    'The model was made for other seeing code',
    'This release cannot answer with it. Choose a version made by this release, or go back to the release of that time.',
  ),
  'rollback-impossible': entry(
    409,
    'There is nothing to go back to',
    'Name a version that was in service before; GET /api/v1/deployments lists them.',
  ),
  'promotion-requested-already': entry(
    409,
    'The promotion was asked for already',
    'It waits for a second person: see GET /api/v1/promotion-requests.',
  ),
  'promotion-request-not-found': entry(404, 'There is no such request', 'Nobody asked for this promotion.'),
  'promotion-decided': entry(409, 'The request was decided already', 'Read it to see by whom.'),
  'second-person-needed': entry(
    403,
    'A second person must decide',
    'The policy asks for two persons. Who asked for the promotion cannot approve it.',
  ),
  'trial-running': entry(
    409,
    'Another trial runs',
    'One challenger is tried at a time, or their answers could not be told apart. End the trial that runs: see GET /api/v1/model-trials.',
  ),
  'trial-ended': entry(409, 'The trial has ended already', 'Read it to see when, by whom and why.'),
  'trial-not-found': entry(404, 'There is no such trial', 'GET /api/v1/model-trials lists them.'),
  'trial-invalid': entry(
    400,
    'The trial cannot begin like this',
    'A shadow answers nobody (no `percent`); a canary answers 1 to 50 percent of the specimens.',
  ),
  'deployment-not-found': entry(
    404,
    'No model was in service then',
    'The time lies before the first start of this installation.',
  ),
  'policy-invalid': entry(400, 'The policy cannot be used', '`detail` says what is wrong with it.'),
  'pipeline-gone': entry(
    409,
    'It was measured by another release',
    'Only the release whose seeing code the analysis names can compute it again, bit for bit.',
  ),
  'data-folder-unwritable': entry(
    503,
    'The data folder cannot be written',
    'Give the user of the process write access to the folder named by MLMCSC_DATA_DIR.',
  ),
  'too-many-open-files': entry(
    503,
    'Too many files are open',
    'Wait for the seconds in `Retry-After`; raise the limit of open files (`ulimit -n`) when it happens again.',
  ),
  'storage-failed': entry(
    503,
    'A stored file cannot be read or written',
    'The log holds the cause. Check the disk of the data folder.',
  ),
  'disk-full': entry(
    503,
    'A disk is full',
    'Free some space on the disk of the data folder or the database, then repeat the request.',
  ),
  'pictures-removed': entry(
    410,
    'The pictures were removed',
    'A retention policy removed the picture, or its map and overlay, because its time was over; `detail` says when and which policy. The row, the numbers, labels and records stay, and so do the features of the analysis: they still teach and judge models of the same networks, but the picture cannot be measured again. Upload the same file again to bring the picture back.',
  ),
  'retention-policy-not-found': entry(
    404,
    'There is no such retention policy',
    'The list of `/api/v1/retention-policies` names them.',
  ),
  'retention-days-invalid': entry(
    400,
    'So many days cannot be kept',
    'Keep for 30 to 36500 days, or for ever (`null`). The minimum protects from a typing error.',
  ),
  'hold-not-found': entry(
    404,
    'The picture is not on legal hold',
    'Nobody has put it on hold, or somebody has released it.',
  ),
  'object-removed-meanwhile': entry(
    503,
    'The same file was being removed',
    'The file was no longer in use and was being removed while you sent it again. Repeat the request.',
  ),
  'erasure-of-oneself': entry(400, 'Nobody erases their own account', 'Let another administrator do it.'),
  'already-exists': entry(
    409,
    'The same record exists already',
    'Read the existing one instead of adding it again.',
  ),
  'append-only': entry(409, 'This record is never changed', 'Labels and deployments are only ever added to.'),
  overloaded: entry(
    503,
    'The server is overloaded',
    'The request was refused to keep the others going. Wait for the seconds in `Retry-After` and repeat it.',
  ),
  'shutting-down': entry(
    503,
    'The server is shutting down',
    'The request was not carried out. Repeat it; another process answers, or this one after its restart.',
  ),
  'internal-error': entry(
    500,
    'Something went wrong on our side',
    'The log holds the cause under the `request_id` of this answer. Report it with that number.',
  ),
} as const satisfies Record<string, ProblemEntry>;

/** A code with an entry in the table. */
export type ProblemCode = keyof typeof PROBLEMS;

/** The entry of a code, or undefined for one that the table does not know. */
export function findProblem(code: string): ProblemEntry | undefined {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : undefined;
}
