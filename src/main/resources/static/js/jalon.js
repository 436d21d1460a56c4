// Keeps empty filters out of addresses.
document.addEventListener('formdata', (event) => {
  if (event.target.method === 'get') {
    dropEmpty(event.formData);
  }
});

document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb === 'get') {
    dropEmpty(event.detail.formData);
  }
});

function dropEmpty(data) {
  for (const [name, value] of [...data.entries()]) {
    if (value === '') {
      data.delete(name);
    }
  }
}

// The user menu closes with Escape and with a click elsewhere.
document.addEventListener('keydown', (event) => {
  const open = document.querySelector('.usermenu[open]');
  if (event.key === 'Escape' && open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});

document.addEventListener('click', (event) => {
  const open = document.querySelector('.usermenu[open]');
  if (open && !open.contains(event.target)) {
    open.open = false;
  }
});

// Shows a notice for slow requests, and ignores a second submit of the same form.
const busy = document.getElementById('busy');
let slow = 0;

function working(on) {
  clearTimeout(slow);
  if (!busy) {
    return;
  }
  if (on) {
    slow = setTimeout(() => {
      busy.textContent = busy.dataset.text;
    }, 400);
  } else {
    busy.textContent = '';
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || form.target) {
    return;
  }
  if (form.hasAttribute('aria-busy')) {
    event.preventDefault();
    return;
  }
  form.setAttribute('aria-busy', 'true');
  working(true);
});

window.addEventListener('pageshow', () => {
  working(false);
  document.querySelectorAll('form[aria-busy]').forEach((form) => form.removeAttribute('aria-busy'));
});

document.addEventListener('htmx:beforeRequest', (event) => {
  working(true);
  event.target.setAttribute('aria-busy', 'true');
});

document.addEventListener('htmx:afterRequest', (event) => {
  working(false);
  event.target.removeAttribute('aria-busy');
});
