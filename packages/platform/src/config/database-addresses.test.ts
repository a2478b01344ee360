import { expect, test } from 'vitest';
import { isDatabaseVerified } from './database-addresses.ts';
import { parseConfig } from './parse-config.ts';

const url = 'postgres://u:p@db.lab.example:6432/mlmcsc';

test('an authority makes every address verified, with the file that every PostgreSQL program understands', () => {
  const config = parseConfig({
    MLMCSC_DATABASE_URL: url,
    MLMCSC_DATABASE_DIRECT_URL: 'postgres://u:p@db.lab.example/mlmcsc?sslmode=require',
    MLMCSC_DATABASE_READ_URL: 'postgres://u:p@replica.lab.example/mlmcsc',
    MLMCSC_DATABASE_CA_FILE: '/etc/mlmcsc/database-ca.pem',
  });
  for (const address of [config.databaseUrl, config.databaseDirectUrl, config.databaseReadUrl]) {
    expect(isDatabaseVerified(address!)).toBe(true);
    expect(new URL(address!).searchParams.get('sslrootcert')).toBe('/etc/mlmcsc/database-ca.pem');
  }
});

test('without an authority the address decides; whatever encrypts also verifies', () => {
  const verified = (address: string) =>
    isDatabaseVerified(parseConfig({ MLMCSC_DATABASE_URL: address }).databaseUrl!);
  expect(verified(url)).toBe(false);
  expect(verified(`${url}?sslmode=require`)).toBe(true);
  expect(verified(`${url}?sslmode=verify-full`)).toBe(true);
  expect(verified(`${url}?sslmode=no-verify`)).toBe(false);
});

test('an address that contradicts the authority, or that nothing can use, is a mistake', () => {
  const environment = {
    MLMCSC_DATABASE_URL: `${url}?sslmode=disable`,
    MLMCSC_DATABASE_CA_FILE: '/etc/mlmcsc/database-ca.pem',
  };
  expect(() => parseConfig(environment)).toThrow('MLMCSC_DATABASE_URL has sslmode=disable');
  expect(() => parseConfig({ MLMCSC_DATABASE_READ_URL: url })).toThrow(
    'MLMCSC_DATABASE_READ_URL is of no use without MLMCSC_DATABASE_URL',
  );
});
