import { DOSSIER_FORMATS, type DossierFormat } from '../../domain/dossier.js';
import { OPTIONS } from '../../words/cli/commands.js';
import { DOSSIER_HELP } from '../../words/cli/dossier.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addDossier: AddCommand = (program, finish) => {
  program
    .command('dossier')
    .description(say(DOSSIER_HELP.about))
    .argument('<flag>')
    .option('--masked', say(DOSSIER_HELP.masked))
    .addOption(program.createOption('--format <format>', say(DOSSIER_HELP.format)).choices(DOSSIER_FORMATS))
    .option('--out <file>', say(DOSSIER_HELP.out))
    .option('--json', say(OPTIONS.json))
    .action(async (flagId: string, { masked = false, format = 'zip', out, json = false }: Options) => {
      const { writeDossier } = await import('./run.js');
      finish(await writeDossier(flagId, { copy: masked ? 'masked' : 'full', format, out, json }));
    });
};

interface Options {
  readonly masked?: boolean;
  readonly format?: DossierFormat;
  readonly out?: string;
  readonly json?: boolean;
}
