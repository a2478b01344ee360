import { readFileSync } from 'node:fs';

/**
 * `judge-audit.mjs <npm audit --json> <exceptions> [day]`: names what is grave and not excused, and exceptions that have ended or that nothing
 * needs any more. Ends with 1 when anything is grave.
 */
const [reportFile, exceptionsFile, today = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const { vulnerabilities } = JSON.parse(readFileSync(reportFile, 'utf8'));
const { exceptions } = JSON.parse(readFileSync(exceptionsFile, 'utf8'));

const findings = new Map();
for (const { via } of Object.values(vulnerabilities)) {
  for (const cause of via) {
    // A name alone is another package that has the finding itself.
    if (typeof cause === 'string' || !['high', 'critical'].includes(cause.severity)) continue;
    findings.set(cause.url.split('/').at(-1), cause);
  }
}
let grave = 0;
for (const [id, { name, severity, title }] of findings) {
  const excuse = exceptions.find((one) => one.advisory === id);
  if (excuse !== undefined && excuse.until >= today) {
    process.stdout.write(`excused until ${excuse.until}: ${id} ${name}: ${excuse.reason}\n`);
    continue;
  }
  grave += 1;
  const ended = excuse === undefined ? '' : ` (its exception ended on ${excuse.until})`;
  process.stdout.write(`${severity}: ${id} ${name}: ${title}${ended}\n`);
}
for (const { advisory } of exceptions) {
  if (!findings.has(advisory)) process.stdout.write(`not needed any more: the exception of ${advisory}\n`);
}
process.stdout.write(`${findings.size} grave advisories, ${grave} of them not excused\n`);
process.exitCode = grave === 0 ? 0 : 1;
