import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface ComposeService {
  readonly image?: string;
  readonly command?: string | readonly string[];
  readonly environment?: Record<string, string>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { test: readonly string[] };
  readonly container_name?: string;
}

const text = readFileSync('docker-compose.yml', 'utf8');
const { services, volumes } = parse(text, { merge: true }) as {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
};
const hasCompose = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;

describe('docker-compose.yml', () => {
  it('holds the console, the workers, both servers and a mail catcher that only its profile starts', () => {
    expect(Object.keys(services).sort()).toEqual(['console', 'mail', 'mongodb', 'redis', 'workers']);
    expect(services.mail?.profiles).toEqual(['mail']);
  });

  it('runs MongoDB as a replica set with authentication', () => {
    const command = String(services.mongodb?.command);
    expect(command).toMatch(/--replSet,netra/);
    expect(command).toMatch(/--keyFile/);
    expect(command).toMatch(/--auth/);
    expect(services.mongodb?.healthcheck?.test.join(' ')).toContain('rs.initiate');
  });

  it('runs Redis so that nothing is evicted and all is appended', () => {
    expect(String(services.redis?.command)).toMatch(/--appendonly yes.*--maxmemory-policy noeviction.*--requirepass/s);
  });

  it('lets workers scale: no fixed name, no port of their own', () => {
    expect(services.workers).toBeDefined();
    expect(services.workers?.container_name).toBeUndefined();
    expect(services.workers?.ports).toBeUndefined();
  });

  it('gives the console and the workers the same production settings, and waits for healthy servers', () => {
    for (const { environment, depends_on } of [services.console!, services.workers!]) {
      expect(environment).toMatchObject({ NETRA_ENV: 'production' });
      expect(environment?.MONGODB_URI).toContain('replicaSet=netra');
      expect(depends_on).toEqual({
        mongodb: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
  });

  it('holds no secret, refuses to start without one, and opens ports on this machine only', () => {
    const secrets = [
      'NETRA_HASH_KEY',
      'NETRA_FIELD_KEY',
      'NETRA_AUDIT_KEY',
      'MONGODB_PASSWORD',
      'MONGODB_ROOT_PASSWORD',
      'MONGODB_KEYFILE',
      'REDIS_PASSWORD',
    ];
    for (const name of secrets) expect(text).toMatch(new RegExp(`\\$\\{${name}:\\?`));
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  });

  it('declares every volume it uses', () => {
    expect(Object.keys(volumes).sort()).toEqual(['evidence', 'mongodb', 'redis']);
  });

  // Machines without Docker's compose plug-in check the structure only; docs/install.md says so.
  it.skipIf(!hasCompose)('is accepted by docker compose config', () => {
    const names = [...text.matchAll(/\$\{(\w+):\?/g)].map((match) => match[1]!);
    const env = { ...process.env, ...Object.fromEntries(names.map((name) => [name, 'contoh'])) };
    expect(execFileSync('docker', ['compose', 'config', '--services'], { env, encoding: 'utf8' })).toContain('workers');
  });
});
