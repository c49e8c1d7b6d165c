import { expect, it } from 'vitest';
import { readConfig } from '../config/read-config.js';
import { rolesWithSecondStep } from './second-step-roles.js';

const rolesOf = (text: string) => rolesWithSecondStep(readConfig({ NETRA_SECOND_STEP_ROLES: text }).config.console);

it('reads which roles need a second step, and none where nothing is said', () => {
  expect(rolesOf('admin, supervisor,')).toEqual(['admin', 'supervisor']);
  expect(rolesOf('')).toEqual([]);
});

it('refuses a role that is none, for then a password alone would do', () => {
  expect(() => rolesOf('admin,penyelia')).toThrow(/NETRA_SECOND_STEP_ROLES: pilih dari: reviewer, .*admin/);
});
