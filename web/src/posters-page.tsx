import { Button, FileButton, Loader, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { POSTERS } from '../../src/words/console/posters.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { textOf } from './pasted-pictures.js';
import { type CampaignPictures, posterAddress, reportApi } from './report-api.js';
import { may, useMe } from './session.js';
import { formatDay } from './time.js';

type Ticket = CampaignPictures['tickets'][number];
type Picture = CampaignPictures['pictures'][number];

/** The registered campaign pictures, by ticket, so that a list which holds one side alone is seen to. */
export function PostersPage() {
  const me = useMe();
  const { say } = useWords();
  const mayKeep = may(me, 'keep_posters');
  const list = useQuery({ queryKey: ['posters'], queryFn: reportApi.posters, enabled: mayKeep });
  const queries = useQueryClient();
  if (!mayKeep) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const changed = () => queries.invalidateQueries({ queryKey: ['posters'] });
  const { pictures, tickets } = list.data;
  return (
    <div className="page own posters">
      <h1>{say(POSTERS.title)}</h1>
      <p className="explain">{say(POSTERS.explain)}</p>
      {tickets.length === 0 ? <p>{say(POSTERS.noTickets)}</p> : <AddPosters tickets={tickets} onAdded={changed} />}
      {tickets.map((ticket) => (
        <OfTicket
          key={ticket.id}
          ticket={ticket}
          pictures={pictures.filter((one) => one.ticket === ticket.id)}
          onChanged={changed}
        />
      ))}
    </div>
  );
}

function AddPosters({ tickets, onAdded }: { tickets: readonly Ticket[]; onAdded: () => Promise<void> }) {
  const { say } = useWords();
  const [ticket, setTicket] = useState('');
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await reportApi.addPoster({ ticket, picture: await textOf(file) });
      return files.length;
    },
    onSettled: onAdded,
  });
  const known = tickets.filter(({ isKnown }) => isKnown);
  const named = known.map(({ id, label, election }) => ({ value: id, label: `${label} · ${election}` }));
  return (
    <form onSubmit={(event) => event.preventDefault()} aria-label={say(POSTERS.choose)}>
      <NativeSelect
        label={say(POSTERS.ticket)}
        value={ticket}
        onChange={(event) => setTicket(event.currentTarget.value)}
        data={[{ value: '', label: say(POSTERS.chooseTicket) }, ...named]}
      />
      <FileButton multiple accept="image/*" onChange={(files) => files.length > 0 && add.mutate(files)}>
        {(props) => (
          <Button {...props} disabled={ticket === ''} loading={add.isPending}>
            {say(POSTERS.choose)}
          </Button>
        )}
      </FileButton>
      <output>{add.isSuccess && say(POSTERS.added, { n: add.data })}</output>
      {add.isError && <FailureNote error={add.error} />}
    </form>
  );
}

interface OfTicketProps {
  readonly ticket: Ticket;
  readonly pictures: readonly Picture[];
  readonly onChanged: () => Promise<void>;
}

function OfTicket({ ticket, pictures, onChanged }: OfTicketProps) {
  const { say } = useWords();
  return (
    <section>
      <h2>
        {ticket.label}{' '}
        <small>
          {ticket.election}
          {!ticket.isKnown && ` · ${say(POSTERS.gone)}`} · {say(POSTERS.count, { n: pictures.length })}
        </small>
      </h2>
      <ul className="poster-list">
        {pictures.map((picture, i) => (
          <Line key={picture.id} picture={picture} label={ticket.label} n={i + 1} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly picture: Picture;
  readonly label: string;
  readonly n: number;
  readonly onChanged: () => Promise<void>;
}

function Line({ picture, label: ticket, n, onChanged }: LineProps) {
  const { say, language } = useWords();
  const remove = useMutation({ mutationFn: () => reportApi.removePoster(picture.id), onSuccess: onChanged });
  const when = formatDay(picture.addedAt.slice(0, 10), language);
  return (
    <li>
      <img src={posterAddress(picture.id)} alt={say(POSTERS.picture, { n, ticket })} loading="lazy" />
      <small>{say(POSTERS.addedBy, { name: picture.addedBy, when })}</small>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say(POSTERS.removeOf, { n, ticket })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {say(POSTERS.remove)}
      </Button>
      {remove.isError && <FailureNote error={remove.error} />}
    </li>
  );
}
