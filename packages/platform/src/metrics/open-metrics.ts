import type { OpenMetricsContentType, Registry } from 'prom-client';

/** What both registries hold, in the format of OpenMetrics. The library's own way renames counters for good, which the plain text would then show.
 * @param linked - metrics with exemplars; they are in `all`, too
 * @source OpenMetrics 1.0, text format
 */
export async function openMetricsOf(
  all: Registry,
  linked: Registry<OpenMetricsContentType>,
): Promise<string> {
  const names = linked.getMetricsAsArray().map(({ name }) => name);
  const plain = all.getMetricsAsArray().filter(({ name }) => !names.includes(name));
  const texts = await Promise.all(plain.map(({ name }) => all.getSingleMetricAsString(name)));
  return `${texts.map(asOpenMetrics).join('\n')}\n${await linked.metrics()}`;
}

/** Here the family of a counter is named without `_total`, and its samples with it. */
function asOpenMetrics(text: string): string {
  const tight = text.replace(/\n+$/, '').replaceAll(/\n{2,}/g, '\n');
  return / counter$/m.test(tight) ? tight.replace(/^# (HELP|TYPE) (\S+?)_total /gm, '# $1 $2 ') : tight;
}
