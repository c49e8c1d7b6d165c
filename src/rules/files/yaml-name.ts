import { basename } from 'node:path';

const YAML = /^[^.].*\.ya?ml$/;

/** Both endings are read, everywhere alike; hidden files are what editors and systems leave behind. */
export function isYamlName(name: string): boolean {
  return YAML.test(name);
}

/** `call-to-vote` of `rules/speech/call-to-vote.yml`. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}
