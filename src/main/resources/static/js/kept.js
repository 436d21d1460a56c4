// Keeps what is typed into the forms of a page until it is sent: after the session ended, after an
// error, a reload or the back button the form has its text again. Kept in this tab only.
(() => {
  const texts = document.getElementById('kept');
  const FIELDS = 'input:not([type=hidden]):not([type=password]):not([type=file]):not([type=search]), textarea, select';
  const TYPED = 'jalon-typed';
  const SENT = 'jalon-sent';
  const TASK = 'jalon-task';
  const ENDED = 'jalon-ended';
  const me = document.body.dataset.me || '';
  const page = location.pathname + location.search;

  const read = (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(key)) || {};
    } catch (error) {
      return {};
    }
  };
  const write = (key, value) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch (error) {
      // The storage is full or switched off: nothing is kept.
    }
  };

  // A link into Tasklist, followed signed out: the login page is at the same address, and Tasklist asks for it.
  if (!me && /[?&]task=/.test(location.hash)) {
    sessionStorage.setItem(TASK, location.hash);
  }
  if (!texts) {
    return;
  }

  // Tasklist was left from a task because the session had ended.
  const signIn = document.getElementById('sign-in');
  if (signIn && sessionStorage.getItem(ENDED)) {
    const ended = document.createElement('p');
    ended.className = 'notice';
    ended.setAttribute('role', 'status');
    ended.textContent = texts.dataset.ended;
    signIn.after(ended);
  }
  sessionStorage.removeItem(ENDED);

  // Forms that are saved by themselves or sent in parts keep their text in other ways.
  const forms = () => [...document.querySelectorAll('main form[method=post]')].filter((form) =>
    !form.matches('[hx-post], [hx-put], [hx-patch], [data-live-keep] *, [enctype="multipart/form-data"]')
    && form.querySelector(FIELDS) && !/\/log(in|out)$/.test(form.getAttribute('action')));
  const key = (form) => `${page} ${form.getAttribute('action')}`;
  const fields = (form) => [...form.querySelectorAll(FIELDS)];
  const value = (field) => (/^(checkbox|radio)$/.test(field.type) ? field.checked : field.value);
  const initial = (field) => {
    if (/^(checkbox|radio)$/.test(field.type)) {
      return field.defaultChecked;
    }
    return field.tagName === 'SELECT'
      ? ([...field.options].find((option) => option.defaultSelected) || field.options[0] || {}).value
      : field.defaultValue;
  };

  function keep(form) {
    const typed = read(TYPED);
    const changed = fields(form).map((field, i) => [i, field.name, value(field)])
      .filter(([i]) => value(fields(form)[i]) !== initial(fields(form)[i]));
    if (changed.length) {
      typed[key(form)] = { me, changed };
    } else {
      delete typed[key(form)];
    }
    write(TYPED, typed);
  }

  function forget(name) {
    const typed = read(TYPED);
    delete typed[name];
    write(TYPED, typed);
  }

  function say(form) {
    const note = document.createElement('p');
    note.className = 'notice';
    note.setAttribute('role', 'status');
    note.append(`${texts.dataset.kept} `);
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'btn btn-sm btn-outline-secondary';
    discard.textContent = texts.dataset.discard;
    discard.addEventListener('click', () => {
      form.reset();
      forget(key(form));
      note.remove();
    });
    note.append(discard);
    form.before(note);
  }

  function restore(form) {
    const typed = read(TYPED)[key(form)];
    if (!typed || typed.me !== me) {
      return;
    }
    let restored = false;
    for (const [i, name, text] of typed.changed) {
      const field = fields(form)[i];
      if (field && field.name === name && value(field) === initial(field) && value(field) !== text) {
        if (typeof text === 'boolean') {
          field.checked = text;
        } else {
          field.value = text;
        }
        restored = true;
      }
    }
    if (restored) {
      const behind = form.closest('details');
      if (behind) {
        behind.open = true;
      }
      say(form);
    }
  }

  const sent = read(SENT);
  const failure = document.querySelector('.failure');
  if (sent.key && failure) {
    const back = document.createElement('p');
    back.className = 'mt-4';
    const link = document.createElement('a');
    link.className = 'btn btn-primary';
    link.href = sent.page;
    link.textContent = texts.dataset.back;
    back.append(link);
    failure.append(back);
    sessionStorage.removeItem(SENT);
  } else if (sent.key && !me) {
    // The session had ended: the form is opened again after sign-in.
    write(SENT, { ...sent, again: true });
  } else if (sent.key) {
    sessionStorage.removeItem(SENT);
    if (!sent.again) {
      // The answer to the form is on the page: a refused one has its text from the server.
      forget(sent.key);
    } else if (sent.page !== page) {
      location.replace(sent.page);
      return;
    }
  }
  if (!failure && me) {
    forms().forEach(restore);
  }

  document.addEventListener('input', (event) => {
    const form = event.target.form;
    if (form && forms().includes(form)) {
      keep(form);
    }
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (/\/logout$/.test(form.getAttribute('action') || '')) {
      sessionStorage.removeItem(TYPED);
      sessionStorage.removeItem(SENT);
    } else if (!event.defaultPrevented && forms().includes(form)) {
      keep(form);
      write(SENT, { key: key(form), page });
    }
  });
})();
