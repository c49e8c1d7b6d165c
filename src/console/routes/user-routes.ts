import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { User } from '../../domain/user.js';
import {
  type Changed,
  disableUser,
  enableUser,
  endSessions,
  setMail,
  setOffices,
  setRole,
} from '../access/change-user.js';
import { type InviteDeps, type Invited, inviteAgain, inviteUser } from '../access/invite-user.js';
import { Refusal } from '../access/refusal.js';
import { type Reset, type ResetDeps, resetSecondStep } from '../access/reset-second-step.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { cursorSchema, idSchema } from '../views/schemas.js';
import {
  type InvitedAnswer,
  invitedSchema,
  newUserSchema,
  type UserChangeBody,
  type UserList,
  userChangedSchema,
  userChangeSchema,
  userListSchema,
  viewUser,
} from '../views/user-schemas.js';

const PAGE = 50;
const params = z.object({ id: idSchema });

/** Who logs in: the same functions as `netra user`, for whoever may. */
export function addUserRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addListRoute(app, context);
  addInviteRoutes(app, context);

  const schema = { params, body: userChangeSchema, response: { 200: userChangedSchema } };
  app.post('/api/users/:id', { schema }, async (request) => {
    const { username } = await getUserById(context, request.params.id);
    const { isChanged, endedSessions, isTold } = await change(depsFor(context, request), username, request.body);
    return { isChanged, endedSessions, isTold: isTold ?? null };
  });
}

function addListRoute(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const querystring = z.object({
    q: z.string().trim().min(1).max(100).optional(),
    cursor: cursorSchema.optional(),
  });
  const schema = { querystring, response: { 200: userListSchema } };
  app.get('/api/users', { schema }, async (request): Promise<UserList> => {
    const { user } = viewerOf(request);
    const { q, cursor } = request.query;
    const page = { now: clock(), limit: PAGE };
    const { people, nextCursor } =
      q === undefined
        ? await deps.users.listPeople({ ...page, after: cursor })
        : { people: await deps.users.findUsers(q, page) };
    const offices = await deps.offices.listOffices();
    return {
      users: people.map((one) => viewUser(one, user.id)),
      nextCursor: nextCursor ?? null,
      offices: offices.map(({ code, name }) => ({ code, name })),
    };
  });
}

function addInviteRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const response = { 200: invitedSchema };
  app.post('/api/users', { schema: { body: newUserSchema, response } }, async (request) => {
    const { offices, mail, ...draft } = request.body;
    const deps = depsFor(context, request);
    return viewInvited(await inviteUser(deps, { ...draft, officeCodes: offices, mail: mail || undefined }));
  });
  app.post('/api/users/:id/invitation', { schema: { params, response } }, async (request) => {
    const { username } = await getUserById(context, request.params.id);
    return viewInvited(await inviteAgain(depsFor(context, request), username));
  });
}

function change(
  deps: UserDeps,
  username: string,
  body: UserChangeBody,
): Promise<Changed & Partial<Pick<Reset, 'isTold'>>> {
  switch (body.change) {
    case 'role':
      return setRole(deps, username, { role: body.role, evenLastAdmin: false });
    case 'offices':
      return setOffices(deps, username, body.offices);
    case 'mail':
      return setMail(deps, username, body.mail);
    case 'disabled':
      return disableUser(deps, username, { evenLastAdmin: false });
    case 'enabled':
      return enableUser(deps, username);
    case 'sessions_ended':
      return endSessions(deps, username);
    case 'second_step_reset':
      return resetSecondStep(deps, username);
  }
}

type UserDeps = InviteDeps & ResetDeps;

function depsFor({ deps, clock, session }: ConsoleContext, request: FastifyRequest): UserDeps {
  const base = session.publicUrl ?? `${request.protocol}://${request.host}`;
  const invitationPage = new URL('/undangan', base).href;
  return { ...deps, clock, invitationPage, actor: viewerOf(request).user.id };
}

async function getUserById({ deps }: ConsoleContext, id: string): Promise<User> {
  const user = await deps.users.findUser(id);
  if (!user) throw new Refusal('not_found');
  return user;
}

function viewInvited({ user, until, link }: Invited): InvitedAnswer {
  return { id: user.id, until: until.toISOString(), link: link ?? null };
}
