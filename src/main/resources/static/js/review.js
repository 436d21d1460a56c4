// Beside the drafts of a declaration: the text follows the focus, and keys do what buttons do.

// A field that somebody drew larger carries a style, which our content policy lets nobody copy.
htmx.config.attributesToSettle = ['class', 'width', 'height'];

// An answer is ready, its first field focused, at once: a delay would take the focus, and what is
// typed, away from a field that was entered meanwhile.
htmx.config.defaultSettleDelay = 0;

const source = () => document.getElementById('source');
const drafts = () => [...document.querySelectorAll('.draft')];

function follow(draft) {
  const step = document.getElementById('source-' + draft.dataset.step);
  for (const lit of document.querySelectorAll('.source-step.lit, .draft.lit')) {
    lit.classList.remove('lit');
  }
  draft.classList.add('lit');
  if (step) {
    step.classList.add('lit');
    const pane = source();
    if (pane.scrollHeight > pane.clientHeight) {
      const top = step.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += top - pane.clientHeight / 4;
    }
  }
}

document.addEventListener('focusin', (event) => {
  const draft = event.target.closest('.draft');
  if (draft) {
    follow(draft);
  }
});

function go(draft) {
  if (draft) {
    draft.focus({preventScroll: true});
    draft.scrollIntoView({block: 'nearest'});
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('.source a[data-for]');
  const draft = link && document.getElementById('draft-' + link.dataset.for);
  if (draft) {
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    go(draft);
  }
});

// An address that names a draft puts the focus there, on its first field where it is open; after
// the browser has gone to it by itself.
window.addEventListener('load', () => {
  setTimeout(() => {
    const named = location.hash.startsWith('#draft-') && document.getElementById(location.hash.slice(1));
    const focused = document.activeElement;
    if (named && (focused === named || focused === document.body)) {
      go(named.querySelector('[autofocus]') || named);
    }
  });
});

// Keys, unless somebody is typing or has turned them off.
const STORED = 'jalon.review.keys';
const keysOn = () => localStorage.getItem(STORED) !== 'off';

function showSwitch() {
  const box = document.getElementById('keys-on');
  if (box) {
    box.checked = keysOn();
  }
}

showSwitch();
document.addEventListener('change', (event) => {
  if (event.target.id === 'keys-on') {
    localStorage.setItem(STORED, event.target.checked ? 'on' : 'off');
  }
});

function neighbour(current, step, wanted) {
  const all = drafts();
  let at = all.indexOf(current);
  if (at < 0) {
    at = step > 0 ? -1 : all.length;
  }
  for (at += step; at >= 0 && at < all.length; at += step) {
    if (!wanted || wanted(all[at])) {
      return all[at];
    }
  }
  return null;
}

const ACTS = {e: 'edit', s: 'split', m: 'merge', x: 'leave'};

function press(key, current) {
  if (key === '?') {
    const help = document.getElementById('keys');
    if (!help) {
      return false;
    }
    help.open = !help.open;
    help.querySelector('summary').focus();
  } else if (key === 'j') {
    go(neighbour(current, 1));
  } else if (key === 'k') {
    go(neighbour(current, -1));
  } else if (key === 'n') {
    go(neighbour(current, 1, (draft) => draft.dataset.incomplete));
  } else {
    const button = current && ACTS[key] && current.querySelector(`[data-act="${ACTS[key]}"]`);
    if (!button) {
      return false;
    }
    button.click();
  }
  return true;
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select');
  if (event.key === 'Escape') {
    const close = document.activeElement.closest('.draft')?.querySelector('[data-act="close"]');
    if (close && leaves(close.closest('.draft'))) {
      close.click();
    }
    return;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest('.draft-form, .cut');
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (!keysOn() || typing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (press(event.key, document.activeElement.closest('.draft') || document.querySelector('.draft.lit'))) {
    event.preventDefault();
  }
});

// What was answered in place keeps the focus there.
document.addEventListener('htmx:afterSettle', (event) => {
  showSwitch();
  const draft = event.detail.elt.closest?.('.draft');
  if (draft && !draft.contains(document.activeElement)) {
    go(draft.querySelector('[role="alert"]') ? draft.querySelector('textarea') : draft);
  }
});

// While a draft is saved its fields stand still, so that nothing is typed that the answer replaces.
function still(form, on) {
  for (const field of form.elements) {
    if (field.type === 'hidden' || field.tagName === 'BUTTON') {
      continue;
    }
    if ('readOnly' in field && !['checkbox', 'radio', 'number', 'date'].includes(field.type)) {
      field.readOnly = on;
    } else {
      field.disabled = on;
    }
  }
}

document.addEventListener('htmx:beforeSend', (event) => {
  const form = event.detail.elt.closest('.draft-form');
  if (form && event.detail.elt === form) {
    still(form, true);
  }
});

document.addEventListener('htmx:afterRequest', (event) => {
  const form = event.detail.elt.closest('.draft-form');
  if (form && form.isConnected) {
    still(form, false);
  }
});

// An answer that was asked for before something was typed does not replace what was typed.
document.addEventListener('htmx:beforeSwap', (event) => {
  const asked = event.detail.requestConfig?.elt;
  const draft = event.detail.target?.closest?.('.draft');
  if (draft && asked && !asked.closest('.draft-form') && !leaves(draft)) {
    event.detail.shouldSwap = false;
  }
});

// An answer that is no draft (the session ended, the network is gone) takes nothing away.
function failed(form) {
  form.querySelector('.not-saved')?.remove();
  const said = document.createElement('p');
  said.className = 'notice notice-bad pair-all not-saved';
  said.setAttribute('role', 'alert');
  said.textContent = document.getElementById('review-said').dataset.failed;
  form.prepend(said);
}

document.addEventListener('htmx:beforeSwap', (event) => {
  const form = event.detail.requestConfig?.elt.closest('.draft-form');
  if (form && !event.detail.xhr.responseText.includes('id="draft-')) {
    event.detail.shouldSwap = false;
    failed(form);
  }
});

document.addEventListener('htmx:sendError', (event) => {
  const form = event.detail.elt.closest('.draft-form');
  if (form) {
    failed(form);
  }
});

// What was typed is not left by mistake: Escape closes an untouched form only, and the browser asks.
const touched = new WeakSet();
let sending = false;

function leaves(draft) {
  return ![...draft.querySelectorAll('form')].some((form) => touched.has(form));
}

document.addEventListener('input', (event) => {
  const form = event.target.closest('.draft-form, .cut');
  if (form) {
    touched.add(form);
  }
});

document.addEventListener('submit', (event) => {
  sending = touched.has(event.target) && !event.defaultPrevented;
});

window.addEventListener('beforeunload', (event) => {
  const open = [...document.querySelectorAll('.draft-form, .cut')];
  if (!sending && open.some((form) => touched.has(form))) {
    event.preventDefault();
  }
});
