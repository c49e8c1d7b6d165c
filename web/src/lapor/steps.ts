/** Three questions at a time. `forward`: whether there was a further part to go to, in place of sending. */
export function showInSteps(form: HTMLFormElement): { forward(): boolean; showAll(): void } {
  const parts = [...form.querySelectorAll<HTMLFieldSetElement>(':scope > fieldset')];
  const submit = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
  const back = Object.assign(document.createElement('button'), { type: 'button', className: 'plain' });
  const sendWord = submit.textContent;
  back.textContent = form.dataset.back ?? '';
  submit.before(back);
  let at = 0;

  const show = () => {
    for (const [i, part] of parts.entries()) part.hidden = at < parts.length && i !== at;
    back.hidden = at === 0 || at >= parts.length;
    submit.textContent = at < parts.length - 1 ? (form.dataset.forward ?? '') : sendWord;
  };
  const go = (to: number) => {
    at = to;
    show();
    const legend = parts[at]!.querySelector('legend')!;
    legend.tabIndex = -1;
    legend.focus();
    legend.scrollIntoView({ block: 'start' });
  };
  back.addEventListener('click', () => go(at - 1));
  show();
  return {
    forward() {
      if (at >= parts.length - 1) return false;
      go(at + 1);
      return true;
    },
    showAll() {
      at = parts.length;
      show();
    },
  };
}
