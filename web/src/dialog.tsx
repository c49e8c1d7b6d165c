import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
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
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={size}
      // Locking writes a style without the page's nonce; the page does not scroll under it anyway.
      lockScroll={false}
      // Keys rest while a dialog is there, and one that fades away would swallow the next.
      transitionProps={{ duration: 0 }}
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
