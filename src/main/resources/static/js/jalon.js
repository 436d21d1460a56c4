// Addresses that can be sent on: empty filters stay out of them.
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

// A menu closes by Escape and by a click elsewhere.
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
