import { existsSync, readFileSync } from 'node:fs';

/** A profile as container engines read it, with no more of the format than ours uses. */
export interface SeccompProfile {
  readonly defaultAction: 'SCMP_ACT_ERRNO';
  readonly defaultErrnoRet: number;
  readonly archMap: readonly { readonly architecture: string }[];
  readonly syscalls: readonly SyscallRule[];
}

interface SyscallRule {
  readonly names: readonly string[];
  readonly action: 'SCMP_ACT_ALLOW' | 'SCMP_ACT_ERRNO';
  readonly errnoRet?: number;
  readonly args?: readonly { readonly index: number; readonly value: number; readonly op: 'SCMP_CMP_EQ' }[];
}

const HEADER = '/usr/include/x86_64-linux-gnu/asm/unistd_64.h';
const PYTHON = '/usr/bin/python3';

/** Loads a filter into itself and becomes another program, as an engine does with a container's first one. */
const LOADER = `
import ctypes, os, sys
code = open(sys.argv[1], 'rb').read()
class Program(ctypes.Structure):
    _fields_ = [('length', ctypes.c_ushort), ('filter', ctypes.c_void_p)]
held = ctypes.create_string_buffer(code, len(code))
program = Program(len(code) // 8, ctypes.cast(held, ctypes.c_void_p))
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(program)):
    sys.exit(os.strerror(ctypes.get_errno()))
os.execv(sys.argv[2], sys.argv[2:])
`;

/** Whether this machine can hold a program by a profile without an engine. */
export const CAN_FILTER =
  process.platform === 'linux' && process.arch === 'x64' && existsSync(HEADER) && existsSync(PYTHON);

/** The command line that runs `command` held by the filter in that file. */
export function underFilter(filterFile: string, command: readonly string[]): readonly [string, string[]] {
  return [PYTHON, ['-c', LOADER, filterFile, ...command]];
}

const [LOAD, JUMP_IF_EQUAL, RETURN] = [0x20, 0x15, 0x06];
const [KILL, ERRNO, ALLOW] = [0x8000_0000, 0x0005_0000, 0x7fff_0000];
const X86_64 = 0xc000_003e;
/** Where the kernel shows a filter the number of a call, its architecture, and the low half of its first argument. */
const AT = { number: 0, architecture: 4, argument: 16 };

/** The same rules in the kernel's own language. */
export function compileFilter(profile: SeccompProfile): Buffer {
  const numbers = readNumbers();
  const code: Buffer[] = [step(LOAD, AT.architecture), step(JUMP_IF_EQUAL, X86_64, 1), step(RETURN, KILL)];
  for (const { names, action, errnoRet = profile.defaultErrnoRet, args = [] } of profile.syscalls) {
    const answer = step(RETURN, action === 'SCMP_ACT_ALLOW' ? ALLOW : ERRNO + errnoRet);
    for (const name of names) {
      const number = numbers.get(name);
      // Engines pass over a name that their library does not know yet.
      if (number !== undefined) code.push(...rule(number, args, answer));
    }
  }
  return Buffer.concat([...code, step(RETURN, ERRNO + profile.defaultErrnoRet)]);
}

function rule(number: number, args: NonNullable<SyscallRule['args']>, answer: Buffer): Buffer[] {
  const left = (done: number) => 2 * (args.length - done) + 1;
  return [
    step(LOAD, AT.number),
    step(JUMP_IF_EQUAL, number, 0, left(0)),
    ...args.flatMap(({ index, value }, done) => [
      step(LOAD, AT.argument + 8 * index),
      step(JUMP_IF_EQUAL, value, 0, left(done + 1)),
    ]),
    answer,
  ];
}

function step(operation: number, value: number, ...[ifTrue = 0, ifFalse = 0]: readonly number[]): Buffer {
  const written = Buffer.alloc(8);
  written.writeUInt16LE(operation, 0);
  written.writeUInt8(ifTrue, 2);
  written.writeUInt8(ifFalse, 3);
  written.writeUInt32LE(value, 4);
  return written;
}

function readNumbers(): ReadonlyMap<string, number> {
  const found = readFileSync(HEADER, 'utf8').matchAll(/^#define __NR_(\w+) (\d+)$/gm);
  return new Map([...found].map(([, name, number]) => [name!, Number(number)]));
}
