import { describe, expect, it } from 'vitest';
import { readOidcSettings, roleFromClaims } from './oidc-settings.ts';

const none = {
  oidcIssuer: null,
  oidcClientId: null,
  oidcClientSecret: null,
  oidcScopes: 'openid profile',
  oidcRoleClaim: 'groups',
  oidcRoleMap: null,
};
const all = {
  ...none,
  oidcIssuer: 'https://login.example/realms/lab',
  oidcClientId: 'mlmcsc',
  oidcClientSecret: 'secret',
  oidcRoleMap: 'lab-admins=admin, cn=lab,dc=x=viewer'.replace(',dc=x', ';dc=x'),
};

describe('settings of single sign-on', () => {
  it('are all there or none', () => {
    expect(readOidcSettings(none)).toBeNull();
    expect(readOidcSettings(all)?.roleOf).toEqual(
      new Map([
        ['lab-admins', 'admin'],
        ['cn=lab;dc=x', 'viewer'],
      ]),
    );
    expect(() => readOidcSettings({ ...all, oidcClientSecret: null })).toThrow('MLMCSC_OIDC_CLIENT_SECRET');
  });

  it.each(['', 'lab', 'lab=', '=admin', 'lab=king', 'lab=admin,'])(
    'refuse the role map %j',
    (oidcRoleMap) => {
      expect(() => readOidcSettings({ ...all, oidcRoleMap })).toThrow('MLMCSC_OIDC_ROLE_MAP');
    },
  );

  it('refuse a provider that is reached without TLS over the network', () => {
    expect(() => readOidcSettings({ ...all, oidcIssuer: 'http://login.example' })).toThrow('https://');
    expect(readOidcSettings({ ...all, oidcIssuer: 'http://127.0.0.1:4000' })).not.toBeNull();
  });
});

describe('the role of somebody by claims', () => {
  const roleOf = new Map([
    ['a', 'technician'],
    ['b', 'engineer'],
  ] as const);
  it.each([
    ['groups', { groups: ['x', 'a', 'b'] }, 'engineer'],
    ['groups', { groups: 'a' }, 'technician'],
    ['realm_access.roles', { realm_access: { roles: ['a'] } }, 'technician'],
    ['https://lab.example/roles', { 'https://lab.example/roles': ['b'] }, 'engineer'],
    ['groups', { groups: ['A', 'admin'] }, null],
    ['groups', { groups: [{ name: 'a' }, null, 7] }, null],
    ['__proto__.x', {}, null],
    ['groups', {}, null],
  ])('%s of %j is %s', (roleClaim, claims, role) => {
    expect(roleFromClaims(claims, { roleClaim, roleOf })).toBe(role);
  });
});
