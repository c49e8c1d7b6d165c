/** One way out each: what a page can write that makes a browser send something. `to` is `host:port`. */
export const WAYS_OUT: Readonly<Record<string, (to: string) => string>> = {
  'speculation rules, fetched ahead': (to) => speculate('prefetch', [`http://${to}/a`]),
  'speculation rules, anonymously': (to) =>
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://${to}/b"],"eagerness":"immediate",
      "requires":["anonymous-client-ip-when-cross-origin"]}]}</script>`,
  'speculation rules, rendered ahead': (to) => speculate('prerender', [`http://${to}/c`, '/terlarang']),
  'links that are followed ahead': (to) =>
    ['prefetch', 'prerender', 'preconnect', 'dns-prefetch', 'modulepreload', 'manifest', 'icon', 'stylesheet']
      .map((rel) => `<link rel="${rel}" href="http://${to}/${rel}">`)
      .join(''),
  'a window': (to) => `<script>window.open('http://${to}/w'); const w = window.open('/');
    try { w.location = 'http://${to}/w2' } catch {}</script>`,
  'a form into a new window': (to) => `<form id="a" method="post" action="http://${to}/f" target="_blank"></form>
    <script>document.getElementById('a').submit()</script>`,
  'a form into a frame': (to) => `<iframe name="kotak"></iframe>
    <form id="b" method="post" action="http://${to}/g" target="kotak"><input name="x" value="1"></form>
    <script>document.getElementById('b').submit()</script>`,
  'peers, over UDP and TCP': (to) => `<script>
    const turn = (url) => ({ urls: url, username: 'a', credential: 'b' });
    const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${to}' }, turn('turn:${to}?transport=udp'),
      turn('turn:${to}?transport=tcp'), turn('turns:${to}?transport=tcp')] });
    p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o));
    const [q, r] = [new RTCPeerConnection(), new RTCPeerConnection()]; q.createDataChannel('x');
    (async () => {
      const offer = await q.createOffer(); await q.setLocalDescription(offer); await r.setRemoteDescription(offer);
      const answer = await r.createAnswer(); await r.setLocalDescription(answer); await q.setRemoteDescription(answer);
      const [ip, port] = '${to}'.split(':');
      for (const kind of ['udp 2122260223 ' + ip + ' ' + port + ' typ host',
        'tcp 1518280447 ' + ip + ' ' + port + ' typ host tcptype passive'])
        await q.addIceCandidate({ candidate: 'candidate:1 1 ' + kind, sdpMid: '0', sdpMLineIndex: 0 });
    })();</script>`,
  'web transport': (to) =>
    `<script>try { new WebTransport('https://${to}/t').ready.catch(() => {}) } catch {}</script>`,
  'web sockets and event streams': (to) =>
    `<script>new WebSocket('ws://${to}/s'); new WebSocket('wss://${to}/s'); new EventSource('http://${to}/e')</script>`,
  workers: (to) => `<script>for (const Kind of [Worker, SharedWorker])
    new Kind(URL.createObjectURL(new Blob(["fetch('http://${to}/worker')"])))</script>`,
  'a service worker': () =>
    `<script>try { navigator.serviceWorker.register('/sw.js') } catch {}
      try { ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker, '/sw.js') } catch {}</script>`,
  'pings and beacons': (to) => `<a id="c" ping="http://${to}/ping" href="#x">x</a>
    <script>document.getElementById('c').click(); navigator.sendBeacon('http://${to}/beacon', 'x');
    fetch('http://${to}/keep', { mode: 'no-cors', keepalive: true }).catch(() => {})</script>`,
  'other spellings of this machine': (to) => {
    const port = to.split(':')[1];
    const hosts = ['[::ffff:127.0.0.1]', '0.0.0.0', 'localhost', '127.1', '0x7f000001', 'a.localhost', '127.0.0.1.'];
    return `<script>for (const host of ${JSON.stringify(hosts)})
      fetch('http://' + host + ':${port}/nama', { mode: 'no-cors' }).catch(() => {})</script>`;
  },
  'asking for an identity or a payment': (to) => `<script>
    navigator.credentials?.get({ identity: { providers: [{ configURL: 'http://${to}/id.json', clientId: '1' }] } }).catch(() => {});
    try { new PaymentRequest([{ supportedMethods: 'http://${to}/pay' }],
      { total: { label: 'a', amount: { currency: 'IDR', value: '1' } } }).canMakePayment().catch(() => {}) } catch {}</script>`,
  'a refresh': (to) => `<meta http-equiv="refresh" content="0;url=http://${to}/meta">`,
  'leaving by script': (to) => `<script>location.href = 'http://${to}/pergi'</script>`,
  'leaving by a form': (to) => `<form id="d" method="post" action="http://${to}/kirim"></form>
    <script>document.getElementById('d').submit()</script>`,
};

function speculate(kind: string, urls: readonly string[]): string {
  return `<script type="speculationrules">${JSON.stringify({ [kind]: [{ source: 'list', urls, eagerness: 'immediate' }] })}</script>`;
}
