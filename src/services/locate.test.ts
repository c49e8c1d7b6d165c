import { describe, expect, it } from 'vitest';
import {
  keptMongod,
  keptSecantus,
  locateChromium,
  locateMongodb,
  locateRedis,
  type MachineView,
  planMongodb,
} from './locate.mjs';

const HOME = '/home/contoh';
const kept = { mongod: keptMongod({ HOME }), secantus: keptSecantus({ HOME }) };

function aMachine({
  env = {},
  files = [],
  isOnline = false,
}: {
  env?: NodeJS.ProcessEnv;
  files?: string[];
  isOnline?: boolean;
}) {
  const asked: string[] = [];
  const view: MachineView = {
    env: { PATH: '/opt/bin:/usr/bin', HOME, ...env },
    isExecutable: (path) => files.includes(path),
    canResolve: async (host) => {
      asked.push(host);
      return isOnline;
    },
  };
  return { view, asked };
}

describe('where MongoDB comes from', () => {
  const everything = ['/usr/bin/mongod', '/opt/x/mongod', kept.mongod, kept.secantus, '/usr/bin/cargo'];
  const named = { MONGOMS_SYSTEM_BINARY: '/opt/x/mongod' };

  it('is, first, the address of the environment', () => {
    const { view } = aMachine({
      env: { ...named, MONGODB_URI: 'mongodb://db/netra' },
      files: everything,
      isOnline: true,
    });
    expect(locateMongodb(view)).toEqual({ from: 'environment', uri: 'mongodb://db/netra' });
  });

  it('is, second, mongod on PATH, then the named file', () => {
    const onPath = aMachine({ env: named, files: everything });
    expect(locateMongodb(onPath.view)).toEqual({ from: 'system', command: '/usr/bin/mongod', product: 'mongod' });
    const onlyNamed = aMachine({ env: named, files: everything.slice(1) });
    expect(locateMongodb(onlyNamed.view)).toEqual({ from: 'system', command: '/opt/x/mongod', product: 'mongod' });
  });

  it('knows a named file that is SecantusDB by its name', () => {
    const command = '/opt/x/secantusd-rs';
    const { view } = aMachine({ env: { MONGOMS_SYSTEM_BINARY: command }, files: [command] });
    expect(locateMongodb(view)).toEqual({ from: 'system', command, product: 'secantus' });
  });

  it('is, third, the kept copy, MongoDB before SecantusDB', () => {
    const both = aMachine({ files: [kept.mongod, kept.secantus] });
    expect(locateMongodb(both.view)).toMatchObject({ from: 'kept', product: 'mongod' });
    const { view, asked } = aMachine({ files: [kept.secantus], isOnline: true });
    expect(locateMongodb(view)).toMatchObject({ from: 'kept', product: 'secantus', command: kept.secantus });
    expect(asked).toEqual([]);
  });

  it('follows XDG_CACHE_HOME', () => {
    const files = ['/cache/netra/secantus-0.5.3-beta.196/bin/secantusd-rs'];
    expect(locateMongodb(aMachine({ env: { XDG_CACHE_HOME: '/cache' }, files }).view)).toMatchObject({
      command: files[0],
    });
  });

  it('is, fourth, a download where its host is known, and fifth a build where Rust is', async () => {
    expect(await planMongodb(aMachine({ files: ['/usr/bin/cargo'], isOnline: true }).view)).toEqual({
      step: 'download',
    });
    expect(await planMongodb(aMachine({ files: ['/usr/bin/cargo'] }).view)).toEqual({
      step: 'build',
      cargo: '/usr/bin/cargo',
    });
    const rustup = `${HOME}/.cargo/bin/cargo`;
    expect(await planMongodb(aMachine({ files: [rustup] }).view)).toEqual({ step: 'build', cargo: rustup });
  });

  it('is nowhere on a closed machine without Rust', async () => {
    expect(await planMongodb(aMachine({}).view)).toEqual({ step: 'none' });
  });
});

describe('where Redis and Chromium come from', () => {
  it('takes the address before the program', () => {
    const files = ['/usr/bin/redis-server'];
    expect(locateRedis(aMachine({ env: { REDIS_URL: 'redis://r' }, files }).view)).toEqual({
      from: 'environment',
      uri: 'redis://r',
    });
    expect(locateRedis(aMachine({ files }).view)).toEqual({ from: 'system', command: files[0] });
    expect(locateRedis(aMachine({}).view)).toBeUndefined();
  });

  it('prefers the headless shell, and never replaces a named browser by another one', () => {
    const files = ['/opt/bin/chromium', '/usr/bin/chromium-headless-shell'];
    expect(locateChromium(aMachine({ files }).view)).toBe('/usr/bin/chromium-headless-shell');
    expect(locateChromium(aMachine({ env: { NETRA_CHROMIUM: '/no/where' }, files }).view)).toBeUndefined();
  });
});
