import { type Installation, openInstallation } from '../app/installation.js';
import { withServices } from './with-services.js';

/** Opens services and a whole installation for one command and closes both, whatever happens in between. */
export function withInstallation<T>(use: (installation: Installation) => Promise<T>): Promise<T> {
  return withServices(openInstallation, use);
}
