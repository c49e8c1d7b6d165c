import { Modal, type ModalRootProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { useWords } from './language.js';

interface Props extends Pick<ModalRootProps, 'size'> {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** Above the page, until it is closed. */
export function Dialog({ isOpen, onClose, title, size, children }: Props) {
  const { say } = useWords();
  useEscape(isOpen, onClose);
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={size}
      // Locking writes a style without the page's nonce; the page does not scroll under it anyway.
      lockScroll={false}
      // Keys rest while a dialog is there, and one that fades away would swallow the next.
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not the library's own head, which is a landmark: the page has one of that kind. */}
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={say(FRAME.close)} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The key ends here: let through, it would find the dialog gone, and the page behind it would be left as well. */
function useEscape(isOpen: boolean, onClose: () => void): void {
  const current = useRef(onClose);
  current.current = onClose;
  useEffect(() => {
    if (!isOpen) return;
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      current.current();
    }
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isOpen]);
}
