import type { Registered, RegisteredAccount, Registry } from '../../src/console/views/registry-schemas.js';
import { call, queryOf } from './api.js';

export type { Registered, RegisteredAccount, Registry };

/** As the address of the list holds them. */
export interface RegistryFilters {
  readonly q?: string | undefined;
  readonly office?: string | undefined;
  readonly platform?: string | undefined;
  readonly proof?: string | undefined;
  readonly gap?: string | undefined;
}

/** Who is registered. */
export const registryApi = {
  list: (filters: RegistryFilters, cursor?: string) =>
    call<Registry>('GET', `/api/registry${queryOf({ ...filters, cursor })}`),
  one: (id: string) => call<RegisteredAccount>('GET', `/api/registry/${encodeURIComponent(id)}`),
};
