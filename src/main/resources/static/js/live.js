// Updates a page after changes by other users: when the server signals a change, the page requests
// itself and merges the new content. Text being typed, the scroll position and open details are
// kept; if the new content cannot be merged around them, a notice is shown instead.
(() => {
  const note = document.getElementById('live');
  if (!note || !window.EventSource) {
    return;
  }
  // The application's address may have a path, so the stream and the login page are found from this script.
  const script = document.currentScript.src;
  const stream = new URL('../live', script);
  const login = new URL('../login', script);
  // Streams end from time to time and are reopened; only a longer interruption is shown.
  const PATIENCE = 10000;
  // While emails are sent, changes are frequent: a page requests itself only after a pause, and not
  // all pages at once.
  const PAUSE = Number(note.dataset.pause);
  let last = 0;
  let later = 0;
  let seen = note.dataset.mark;
  let source = null;
  let asking = false;
  let leaving = new AbortController();
  let again = false;

  const FIELDS = 'input:not([type=hidden]):not([type=submit]), textarea, select';

  const line = note.querySelector('.live-line');
  const reload = note.querySelector('button');
  let cut = 0;

  function say(text, act) {
    note.querySelector('.live-text').textContent = text || '';
    reload.hidden = !act;
    line.hidden = !text;
  }

  // A refused form is on the page with the values entered; the server sends them only once.
  function refused() {
    return document.querySelector('main [role=alert]:not([hidden])') !== null;
  }

  function typed(field) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      return field.checked !== field.defaultChecked;
    }
    if (field.tagName === 'SELECT') {
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    }
    return field.value !== field.defaultValue;
  }

  function acts(element) {
    return element.tagName === 'FORM' && element.getAttribute('method')?.toLowerCase() === 'post';
  }

  // Elements in use, which must not be replaced.
  function precious(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) {
      return false;
    }
    const held = (element) => element === document.activeElement
      || element.hasAttribute('data-live-keep')
      || (element.matches('details[open], dialog[open]'))
      || (acts(element) && refused())
      || (element.matches(FIELDS) && typed(element));
    return held(node) || [...node.querySelectorAll(`${FIELDS}, form, [data-live-keep], details[open], dialog[open], :focus`)]
      .some(held);
  }

  function alike(one, other) {
    return one.nodeName === other.nodeName && (one.id || '') === (other.id || '')
      && (one.name || '') === (other.name || '')
      && (one.getAttribute('action') || '') === (other.getAttribute('action') || '');
  }

  // Updates an element that contains input of the user; false if that is not possible.
  function fit(old, fresh) {
    if (old.hasAttribute('data-live-keep') || old.matches(FIELDS)) {
      return true;
    }
    // A form is kept whole: its version field belongs to the values entered.
    if (acts(old)) {
      return refused() || old.isEqualNode(fresh);
    }
    const kept = [...old.childNodes].filter(precious);
    const candidates = [...fresh.childNodes];
    const pairs = [];
    let from = 0;
    for (const child of kept) {
      const at = candidates.findIndex((candidate, i) => i >= from
        && candidate.nodeType === Node.ELEMENT_NODE && alike(child, candidate)
        && ordinal(child) === ordinal(candidate));
      if (at < 0) {
        return false;
      }
      pairs.push([child, at]);
      from = at + 1;
    }
    if (!pairs.every(([child, at]) => fit(child, candidates[at]))) {
      return false;
    }
    [...old.childNodes].filter((child) => !kept.includes(child)).forEach((child) => child.remove());
    let next = 0;
    for (const [child, at] of pairs) {
      candidates.slice(next, at).forEach((candidate) => old.insertBefore(candidate, child));
      next = at + 1;
    }
    old.append(...candidates.slice(next));
    return true;
  }

  // An element without an id is identified by its position among similar ones.
  function ordinal(element) {
    if (element.id || element.name) {
      return 0;
    }
    let n = 0;
    for (let e = element.previousElementSibling; e; e = e.previousElementSibling) {
      n += alike(e, element) ? 1 : 0;
    }
    return n;
  }

  // Merges the new content; true if all of it was merged.
  function put(old, fresh) {
    if (old.isEqualNode(fresh)) {
      return true;
    }
    if (!precious(old)) {
      old.replaceWith(fresh);
      return true;
    }
    return fit(old, fresh);
  }

  // The CSRF token of the new page is valid for the forms of the old one, also after a new sign-in.
  function tokens(fresh) {
    const token = fresh.querySelector('input[name=_csrf]');
    if (token) {
      document.querySelectorAll('input[name=_csrf]')
        .forEach((input) => input.setAttribute('value', token.value));
      fresh.querySelectorAll('input[name=_csrf]')
        .forEach((input) => input.setAttribute('value', token.value));
    }
    keepKeys(fresh);
  }

  // The idempotency key of a form differs each time a page is rendered. The new page takes over the
  // keys of the forms that are open, so that an unchanged form is recognised as such.
  function keepKeys(fresh) {
    const keys = new Map();
    document.querySelectorAll('form input[name=_once]').forEach((input) => {
      const action = input.form.getAttribute('action');
      keys.set(action, [...keys.get(action) || [], input.getAttribute('value')]);
    });
    fresh.querySelectorAll('form input[name=_once]').forEach((input) => {
      const key = (keys.get(input.form.getAttribute('action')) || []).shift();
      if (key) {
        input.setAttribute('value', key);
      }
    });
  }

  // Flash messages are kept where they stand, on the page or in one of its sections; the server does not
  // repeat them.
  function said(main, fresh) {
    main.querySelectorAll('.notice[role]:not(:has(button))').forEach((notice) => {
      const place = notice.parentElement;
      const label = place.getAttribute('aria-labelledby');
      const same = place === main ? fresh : label && fresh.querySelector(`section[aria-labelledby="${CSS.escape(label)}"]`);
      if (same && ![...same.children].some((child) => child.isEqualNode(notice))) {
        const at = [...place.children].indexOf(notice);
        same.insertBefore(notice.cloneNode(true), same.children[at] || null);
      }
    });
  }

  async function look(mark) {
    // A page that saves parts of itself updates these parts itself.
    if (document.getElementById('main').hasAttribute('data-live-keep')) {
      return;
    }
    if (asking) {
      again = true;
      return;
    }
    const early = last + PAUSE - Date.now();
    if (early > 0) {
      clearTimeout(later);
      later = setTimeout(() => look(mark), early + Math.random() * PAUSE);
      return;
    }
    last = Date.now();
    asking = true;
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin', signal: leaving.signal, headers: { Accept: 'text/html', 'Jalon-Live': 'true' } });
      if (answer.redirected && new URL(answer.url).pathname === login.pathname) {
        say(note.dataset.signedOut, false);
        return;
      }
      if (!answer.ok) {
        say(note.dataset.stale, true);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = document.getElementById('main');
      const fresh = page.getElementById('main');
      if (!main || !fresh) {
        return;
      }
      tokens(page);
      said(main, fresh);
      const whole = fitMain(main, fresh);
      seen = mark;
      say(whole ? '' : note.dataset.stale, !whole);
      if (window.htmx) {
        window.htmx.process(document.getElementById('main'));
      }
      document.dispatchEvent(new CustomEvent('jalon:live'));
    } catch (error) {
      if (error.name !== 'AbortError') {
        say(note.dataset.cut, false);
      }
    } finally {
      asking = false;
      if (again) {
        again = false;
        look(mark);
      }
    }
  }

  // Child by child while they correspond, so that as little as possible is replaced.
  function fitMain(main, fresh) {
    const old = [...main.children];
    const next = [...fresh.children];
    if (old.length === next.length && old.every((child, i) => alike(child, next[i]))) {
      return old.map((child, i) => put(child, next[i])).every(Boolean);
    }
    return fit(main, fresh);
  }

  function open() {
    if (source || document.hidden) {
      return;
    }
    source = new EventSource(stream);
    source.addEventListener('mark', (event) => {
      clearTimeout(cut);
      if (event.data && (event.data !== seen || !line.hidden)) {
        look(event.data);
      }
    });
    source.addEventListener('error', () => {
      if (source && source.readyState === EventSource.CLOSED) {
        // The browser does not try again by itself after an answer such as 503.
        close();
        look(seen);
        cut = setTimeout(open, PATIENCE);
      } else {
        clearTimeout(cut);
        cut = setTimeout(() => say(note.dataset.cut, false), PATIENCE);
      }
    });
  }

  function close() {
    if (source) {
      clearTimeout(cut);
      source.close();
      source = null;
    }
  }

  // A hidden window closes its connection: browsers allow only a few for one server.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  window.addEventListener('pagehide', close);
  // What a form changes may take the page away: it is not requested while the form is on its way.
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented) {
      return;
    }
    leaving.abort();
    clearTimeout(later);
    close();
    setTimeout(() => {
      leaving = new AbortController();
      open();
    }, PATIENCE);
  });
  window.addEventListener('pageshow', open);
  reload.addEventListener('click', () => location.reload());
  open();
})();
