import { startEmbeddedPostgres } from '../embedded-postgres/index.ts';
import pg from 'pg';
const log: any = { info(){}, warn: console.warn, error: console.error, debug(){}, child(){return this} };
const db = await startEmbeddedPostgres({ folder: '/tmp/auth-trial-pg', log });
const pool = new pg.Pool({ connectionString: db.url, max: 5 });
const { betterAuth } = await import('better-auth');
const { username } = await import('better-auth/plugins/username');
const { getMigrations } = await import('better-auth/db/migration').catch(async () => import('better-auth/db')) as any;
const options: any = {
  database: pool, secret: 'x'.repeat(40), baseURL: 'http://localhost', telemetry: { enabled: false },
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
  rateLimit: { enabled: false },
  user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' }, additionalFields: { role: { type: 'string', input: false, required: true } } },
  session: { modelName: 'auth_session', fields: { userId: 'user_id', expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at', ipAddress: 'ip_address', userAgent: 'user_agent' }, expiresIn: 12*3600, disableSessionRefresh: true },
  account: { modelName: 'auth_account', fields: { userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
  verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
  advanced: { cookiePrefix: 'mlmcsc', useSecureCookies: false, database: { generateId: 'uuid' }, ipAddress: { ipAddressHeaders: ['x-mlmcsc-address'] } },
  plugins: [username({ minUsernameLength: 2, maxUsernameLength: 64, schema: { user: { fields: { displayUsername: 'display_username' } } } } as any)],
};
const auth: any = betterAuth(options);
const m = await getMigrations(options);
console.log(await m.compileMigrations());
await m.runMigrations();
const ctx = await auth.$context;
const t0 = performance.now(); const hash = await ctx.password.hash('correct horse battery'); console.log('hash', performance.now()-t0, hash);
await pool.query(`with u as (insert into auth_user (id,name,email,email_verified,created_at,updated_at,username,display_username,role) values (gen_random_uuid(),'Ann','ann@x.invalid',false,now(),now(),'ann','ann','technician') returning id) insert into auth_account(id,account_id,provider_id,user_id,password,created_at,updated_at) select gen_random_uuid(), id, 'credential', id, $1, now(), now() from u`, [hash]).catch((e)=>console.log(e.message));
for (let i=0;i<3;i++){ const t=performance.now(); const r = await auth.api.signInUsername({ body: { username: 'Ann', password: 'correct horse battery' }, headers: new Headers({'user-agent':'t','x-mlmcsc-address':'10.1.2.3'}), returnHeaders: true }); console.log('signin', performance.now()-t, r.headers.getSetCookie(), Object.keys(r.response), r.response.user);
 var cookie = r.headers.getSetCookie()[0].split(';')[0]; }
console.log((await pool.query('select * from auth_session limit 1')).rows);
const N=500; let t=performance.now(); let c=process.cpuUsage(); for(let i=0;i<N;i++) await auth.api.getSession({headers:new Headers({cookie})}); c=process.cpuUsage(c); console.log('getSession ms each', (performance.now()-t)/N, 'cpu ms', (c.user+c.system)/1000/N);
t=performance.now(); c=process.cpuUsage(); const token=decodeURIComponent(cookie.split('=')[1]).split('.')[0]; for(let i=0;i<N;i++) await pool.query({name:'x',text:'select s.expires_at,u.updated_at from auth_session s join auth_user u on u.id=s.user_id where s.token=$1',values:[token]}); c=process.cpuUsage(c); console.log('raw ms each', (performance.now()-t)/N,'cpu', (c.user+c.system)/1000/N);
try { await auth.api.signInUsername({ body: { username: 'nobody', password: 'x' }, headers: new Headers() }); } catch (e: any) { console.log('bad', e.constructor.name, e.status, e.body); }
const so = await auth.api.signOut({ headers: new Headers({cookie}), returnHeaders: true }); console.log(so.headers.getSetCookie(), so.response);
console.log('after', await auth.api.getSession({headers:new Headers({cookie})}));
console.log('rss', process.memoryUsage().rss/1e6);
await pool.end(); await db.stop();
