import type { Catalogue } from '../say.js';

/** Headings and fixed words of `--help`. */
export const HELP = {
  usage: { id: 'Pemakaian:', en: 'Usage:' },
  args: { id: 'Argumen:', en: 'Arguments:' },
  options: { id: 'Opsi:', en: 'Options:' },
  commands: { id: 'Perintah:', en: 'Commands:' },
  anyOptions: { id: '[opsi]', en: '[options]' },
  anyCommand: { id: '[perintah]', en: '[command]' },
  byDefault: { id: '(bawaan: ', en: '(default: ' },
  ofCommand: { id: 'petunjuk perintah', en: 'display help for command' },
  version: { id: 'nomor versi', en: 'output the version number' },
} as const satisfies Catalogue;

/** What is wrong with a command line. */
export const USAGE_FAULTS = {
  unknownOption: { id: 'opsi {name} tidak dikenal', en: 'unknown option {name}' },
  unknownCommand: { id: 'perintah {name} tidak dikenal', en: 'unknown command {name}' },
  missingArgument: { id: 'argumen {name} wajib ada', en: 'missing required argument {name}' },
  missingValue: { id: 'opsi {name} wajib diberi nilai', en: 'option {name} argument missing' },
  missingOption: { id: 'opsi {name} wajib ada', en: 'required option {name} not specified' },
  badOptionValue: {
    id: 'nilai {value} untuk opsi {name} tidak sah: {why}',
    en: 'option {name} argument {value} is invalid: {why}',
  },
  badArgument: {
    id: 'nilai {value} untuk argumen {name} tidak sah: {why}',
    en: 'value {value} is invalid for argument {name}: {why}',
  },
  conflict: { id: '{name} tidak dapat dipakai bersama {other}', en: '{name} cannot be used with {other}' },
  tooMany: {
    id: 'terlalu banyak argumen: diharapkan {expected}, ada {got}',
    en: 'too many arguments: expected {expected}, got {got}',
  },
  mean: { id: '(Maksud Anda {names}?)', en: '(Did you mean {names}?)' },
} as const satisfies Catalogue;
