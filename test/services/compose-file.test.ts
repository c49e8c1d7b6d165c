import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { WORKER_NAMES } from '../../src/app/start-workers.js';
import { readKeeperConfig } from '../../src/config/keeper-config.js';
import type { SeccompProfile } from '../support/seccomp.js';

interface ComposeService {
  readonly image?: string;
  readonly command?: string | readonly string[];
  readonly environment?: Record<string, string>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { test: readonly string[] };
  readonly container_name?: string;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly build?: string;
  readonly volumes?: readonly string[];
  readonly dns?: readonly string[];
}

const text = readFileSync('docker-compose.yml', 'utf8');
const { services, volumes, secrets, networks } = parse(text, { merge: true }) as {
  services: Record<string, ComposeService>;
  secrets: Record<string, { file?: string }>;
  networks: Record<string, { internal?: boolean; driver_opts?: Record<string, string> } | null>;
  volumes: Record<string, unknown>;
};
/** Seen with an engine: a network that is only internal still leads to every port the machine opens for all its addresses. */
const SHUT = { internal: true, driver_opts: { 'com.docker.network.bridge.inhibit_ipv4': 'true' } };
const hasCompose = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;

describe('docker-compose.yml', () => {
  it('holds the console, reading, the workers, both servers and a mail catcher that only its profile starts', () => {
    const names = ['browser', 'console', 'mail', 'mongodb', 'reading', 'redis', 'tools', 'workers'];
    expect(Object.keys(services).sort()).toEqual(names);
    expect(services.tools?.profiles).toEqual(['tools']);
    expect(services.mail?.profiles).toEqual(['mail']);
  });

  it('runs MongoDB as a replica set with authentication', () => {
    const command = String(services.mongodb?.command);
    expect(command).toMatch(/--replSet,netra/);
    expect(command).toMatch(/--keyFile/);
    expect(command).toMatch(/--auth/);
    expect(services.mongodb?.healthcheck?.test.join(' ')).toContain('replSetInitiate');
  });

  it('runs Redis so that nothing is evicted and all is appended', () => {
    expect(String(services.redis?.command)).toMatch(/requirepass.*--appendonly yes.*--maxmemory-policy noeviction/s);
  });

  it.each(['reading', 'workers'])('lets %s scale: no fixed name, no port of its own', (name) => {
    expect(services[name]).toBeDefined();
    expect(services[name]?.container_name).toBeUndefined();
    expect(services[name]?.ports).toBeUndefined();
  });

  it('meets strangers’ pages in a container that is given no more than a reader’s process', () => {
    const queuesOf = (name: string) => services[name]?.command?.at(-1)?.split(',') ?? [];
    expect(queuesOf('reading')).toEqual(['collect', 'capture-evidence', 'read-link']);
    expect([...queuesOf('reading'), ...queuesOf('workers')].sort()).toEqual([...WORKER_NAMES].sort());
    expect(services.reading?.secrets).toEqual([
      'netra_hash_key',
      'netra_audit_key',
      'mongodb_password',
      'redis_password',
    ]);
    expect(Object.keys(services.reading?.environment ?? {})).not.toContain('SMTP_URL_FILE');
  });

  it('gives the console and the workers the same production settings, and waits for healthy servers', () => {
    const servers = { mongodb: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } };
    for (const { environment, depends_on } of [services.console!, services.reading!, services.workers!]) {
      expect(environment).toMatchObject({ NETRA_ENV: 'production', NETRA_TRUSTED_PROXIES: expect.any(String) });
      expect(environment?.MONGODB_URI).toContain('replicaSet=netra');
      expect(depends_on).toMatchObject(servers);
    }
    expect(services.workers?.depends_on).toEqual(servers);
  });

  it('holds no secret and hands none over by environment or argument: they are files', () => {
    for (const { file } of Object.values(secrets)) expect(file).toMatch(/^\.\/secrets\/[a-z_]+$/);
    expect(text).not.toMatch(/\$\{\w*(KEY|PASSWORD|SECRET|SMTP)\w*/);
    const entries = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment));
    const named = entries.filter(([name]) => /KEY|PASSWORD|SMTP_URL/.test(name));
    expect(named.length).toBeGreaterThan(8);
    for (const [name, value] of named)
      expect([name, value]).toEqual([expect.stringMatching(/_FILE$/), expect.stringMatching(/^\/run\/secrets\//)]);
    const commands = Object.values(services).map(({ command, healthcheck }) => String([command, healthcheck?.test]));
    for (const command of commands) expect(command).not.toMatch(/ -p |--requirepass|PASSWORD"/);
  });

  it('declares every secret it mounts, and mounts every one it names', () => {
    for (const { environment = {}, secrets: mounted = [] } of Object.values(services)) {
      for (const name of mounted) expect(Object.keys(secrets)).toContain(name);
      const wanted = Object.values(environment).filter((value) => String(value).startsWith('/run/secrets/'));
      for (const path of wanted) expect(mounted).toContain(path.replace('/run/secrets/', ''));
    }
  });

  it('gives the key of the NIPs to the commands of a person alone', () => {
    const holders = Object.entries(services).filter(([, { secrets: mounted = [] }]) =>
      mounted.some((name) => name.includes('field_key')),
    );
    expect(holders.map(([name]) => name)).toEqual(['tools']);
  });

  it('makes every secret it asks for with scripts/make-secrets.sh, once and never again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-compose-'));
    mkdirSync(join(folder, 'scripts'));
    cpSync('scripts/make-secrets.sh', join(folder, 'scripts/make-secrets.sh'));
    const make = () => spawnSync('sh', [join(folder, 'scripts/make-secrets.sh')], { encoding: 'utf8' });
    expect(make().status).toBe(0);
    expect(readdirSync(join(folder, 'secrets')).sort()).toEqual(Object.keys(secrets).sort());
    expect((statSync(join(folder, 'secrets')).mode & 0o777).toString(8)).toBe('700');
    const read = () =>
      readdirSync(join(folder, 'secrets')).map((name) => readFileSync(join(folder, 'secrets', name), 'utf8'));
    const first = read();
    expect(new Set(first.filter((secret) => secret !== '')).size).toBe(first.length - 2);
    expect(make()).toMatchObject({ status: 0, stdout: '' });
    expect(read()).toEqual(first);
    rmSync(folder, { recursive: true });
  });

  it('moves the key of the NIPs aside and makes another one, once until the former one is forgotten', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-compose-'));
    mkdirSync(join(folder, 'scripts'));
    cpSync('scripts/make-secrets.sh', join(folder, 'scripts/make-secrets.sh'));
    const make = (...args: string[]) => spawnSync('sh', [join(folder, 'scripts/make-secrets.sh'), ...args]).status;
    const read = (name: string) => readFileSync(join(folder, 'secrets', name), 'utf8');
    make();
    const before = read('netra_field_key');
    expect(make('--new-field-key')).toBe(0);
    expect(read('netra_former_field_keys')).toBe(before);
    const now = read('netra_field_key');
    expect(now).not.toBe(before);
    expect(make('--new-field-key')).toBe(1);
    expect([read('netra_field_key'), read('netra_former_field_keys')]).toEqual([now, before]);
    expect(make('--forget-field-keys')).toBe(0);
    expect([read('netra_field_key'), read('netra_former_field_keys')]).toEqual([now, '']);
    expect(readdirSync(join(folder, 'secrets')).sort()).toEqual(Object.keys(secrets).sort());
    expect(make('--lain')).toBe(64);
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(services))(
    '%s has no right, no more memory and no other file than it needs',
    (_name, service) => {
      expect(service).toMatchObject({ cap_drop: ['ALL'], read_only: true });
      expect(service.security_opt).toContain('no-new-privileges:true');
      expect(String(service.security_opt)).not.toContain('unconfined');
      expect(service.cap_add).toBeUndefined();
      expect(service.privileged).toBeUndefined();
      expect(service.mem_limit).toMatch(/^\d+[mg]$/);
      expect(service.pids_limit).toBeGreaterThan(0);
    },
  );

  it('keeps both servers on a network without a way out, and what meets strangers off the front', () => {
    expect(Object.keys(networks).sort()).toEqual(['front', 'inner', 'outside', 'pages', 'stores']);
    for (const name of ['inner', 'stores', 'pages']) expect(networks[name]).toEqual(SHUT);
    expect(services.mongodb?.networks).toEqual(['inner', 'stores']);
    expect(services.redis?.networks).toEqual(['inner', 'stores']);
    expect(services.reading?.networks).not.toContain('front');
    expect(services.workers?.networks).not.toContain('front');
  });

  it('lets who meets strangers reach both servers and neither the console nor a tool', () => {
    const own = services.reading?.networks ?? [];
    expect(own).toContain('stores');
    for (const name of ['console', 'tools'])
      expect(services[name]?.networks?.filter((network) => own.includes(network))).toEqual([]);
  });

  it('leaves the browser no way but to the reader it serves, and nothing of ours to hold', () => {
    const on = (network: string) =>
      Object.entries(services).flatMap(([name, { networks: own = [] }]) => (own.includes(network) ? [name] : []));
    expect(networks.pages).toEqual(SHUT);
    expect(on('pages').sort()).toEqual(['browser', 'reading']);
    const { networks: own, secrets: held, volumes: mounted, ports, dns, environment, command } = services.browser!;
    expect({ own, held, mounted, ports, dns }).toEqual({
      own: ['pages'],
      held: undefined,
      mounted: undefined,
      ports: undefined,
      dns: ['127.0.0.1'],
    });
    expect(readKeeperConfig({ ...environment })).toMatchObject({ host: '0.0.0.0', port: 9222 });
    expect(command).toEqual(['node', 'dist/workers/browser.js']);
    expect(services.reading?.environment?.NETRA_BROWSER).toBe('ws://browser:9222');
    expect(services.reading?.depends_on?.browser).toEqual({ condition: 'service_healthy' });
  });

  it('gives the browser a profile of its own: refused is what is not named, and named is what its sandbox needs', () => {
    const given = services.browser?.security_opt?.find((option) => option.startsWith('seccomp:'));
    const profile = JSON.parse(readFileSync(given!.replace('seccomp:', ''), 'utf8')) as SeccompProfile;
    expect(profile).toMatchObject({ defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 1 });
    const allowed = profile.syscalls.filter(({ action }) => action === 'SCMP_ACT_ALLOW');
    const names = allowed.flatMap((rule) => rule.names);
    expect(names).toEqual(expect.arrayContaining(['clone', 'clone3', 'unshare', 'setns', 'chroot', 'seccomp']));
    const shut =
      /mount|pivot_root|ptrace|process_vm|bpf|keyctl|_key|perf_|userfault|io_uring|module|kexec|reboot|swap|acct|name_to_handle|open_by|quota|fanotify|landlock|personality|iopl|ioperm|syslog|settimeofday|clock_settime|adjtime|nfs|kcmp/;
    expect(names.filter((name) => shut.test(name))).toEqual([]);
    // Of all families of sockets four, and of netlink one protocol: a namespace would open netfilter to a page.
    const sockets = allowed.filter((rule) => rule.names.includes('socket'));
    expect(sockets.map(({ args = [] }) => args.map(({ index, value }) => [index, value]))).toEqual([
      [[0, 1]],
      [[0, 2]],
      [[0, 10]],
      [
        [0, 16],
        [2, 0],
      ],
    ]);
    expect(new Set(names).size).toBe(names.length - (sockets.length - 1));
  });

  it('opens ports on this machine only, and names every image by tag and digest', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    for (const { image, build } of Object.values(services)) {
      if (build === undefined) expect(image).toMatch(/:v?\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
    }
    const bases = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
    for (const base of bases) expect(base).toMatch(/^node:24\.\d+\.\d+-[\w-]+@sha256:[0-9a-f]{64}$/);
  });

  it('declares every volume it uses', () => {
    expect(Object.keys(volumes).sort()).toEqual(['evidence', 'mongodb', 'mongodb-config', 'redis']);
  });

  // Machines without Docker's compose plug-in check the structure only; docs/install.md says so.
  it.skipIf(!hasCompose)('is accepted by docker compose config', () => {
    const names = [...text.matchAll(/\$\{(\w+):\?/g)].map((match) => match[1]!);
    const env = { ...process.env, ...Object.fromEntries(names.map((name) => [name, 'contoh'])) };
    expect(execFileSync('docker', ['compose', 'config', '--services'], { env, encoding: 'utf8' })).toContain('workers');
  });
});
