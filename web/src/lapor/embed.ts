// <script src="https://netra.example/lapor/embed.js"></script> on a portal of the house shows the form where it stands. In a frame, so
// that no other script of the portal reads what somebody types.
const own = document.currentScript as HTMLScriptElement;
const frame = document.createElement('iframe');
frame.src = new URL(own.dataset.language === 'en' ? '/lapor?bahasa=en' : '/lapor', own.src).href;
frame.title = own.dataset.title ?? 'Netra';
frame.referrerPolicy = 'no-referrer';
frame.style.width = '100%';
frame.style.height = own.dataset.height ?? '75rem';
frame.style.border = '0';
own.after(frame);
