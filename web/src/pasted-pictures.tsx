import { Button, FileButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { FINDINGS } from '../../src/words/console/reports.js';
import { useWords } from './language.js';

interface Props {
  readonly pictures: readonly Blob[];
  readonly onChange: (pictures: readonly Blob[]) => void;
}

const MAX_PICTURES = 4;

/** Screenshots from the clipboard, pasted anywhere on the page, or from a file. */
export function PastedPictures({ pictures, onChange }: Props) {
  const { say } = useWords();
  const add = (more: readonly Blob[]) => onChange([...pictures, ...more].slice(0, MAX_PICTURES));
  usePasted(add);
  return (
    <section aria-label={say(FINDINGS.pictures)}>
      <FileButton multiple accept="image/*" onChange={add}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default">
            {say(FINDINGS.pictures)}
          </Button>
        )}
      </FileButton>{' '}
      <small>{say(FINDINGS.picturesHint)}</small>
      <div className="pictures">
        {pictures.map((picture, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal pictures have nothing else to be told apart by
          <span key={i}>
            <Preview picture={picture} />
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChange(pictures.filter((_one, place) => place !== i))}
            >
              {say(FINDINGS.remove, { n: i + 1 })}
            </Button>
          </span>
        ))}
      </div>
    </section>
  );
}

/** Text goes on into the field it was pasted to. */
function usePasted(add: (pictures: readonly Blob[]) => void): void {
  const current = useRef(add);
  current.current = add;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      if (files.length === 0) return;
      event.preventDefault();
      current.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

const PREVIEW_HEIGHT = 140;

/** Drawn, not linked: pictures of the page come from its own server alone. */
function Preview({ picture }: { picture: Blob }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    createImageBitmap(picture).then(
      (bitmap) => {
        const place = canvas.current;
        if (isGone || !place) return;
        place.height = PREVIEW_HEIGHT;
        place.width = Math.max(1, Math.round((bitmap.width / bitmap.height) * PREVIEW_HEIGHT));
        place.getContext('2d')?.drawImage(bitmap, 0, 0, place.width, place.height);
      },
      // What this browser cannot draw the server may, or says why not.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [picture]);
  return <canvas ref={canvas} width={1} height={PREVIEW_HEIGHT} />;
}

/** Base64, as the interface takes it. */
export async function textOf(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  }
  return btoa(binary);
}
