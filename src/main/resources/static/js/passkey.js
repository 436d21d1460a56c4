// Signs in with a passkey, or adds one: the browser's answer goes into the form, which is then sent.
const passkeys = window.PublicKeyCredential;

async function ask(form) {
  const answer = await fetch(form.dataset.options, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-TOKEN': form.elements._csrf.value },
  });
  if (!answer.ok) {
    throw new Error(`The options were refused: ${answer.status}`);
  }
  const options = await answer.json();
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: passkeys.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: passkeys.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

function offer(form) {
  const credential = form.elements.credential;
  const failed = form.querySelector('[role=alert]');
  let asking = false;
  form.addEventListener('submit', async (event) => {
    if (credential.value) {
      return;
    }
    event.preventDefault();
    if (asking) {
      return;
    }
    asking = true;
    failed.hidden = true;
    try {
      credential.value = await ask(form);
      form.requestSubmit();
    } catch (error) {
      failed.hidden = false;
    } finally {
      asking = false;
    }
  });
  // A page that the back button shows again asks again.
  window.addEventListener('pageshow', () => {
    credential.value = '';
  });
  form.hidden = false;
}

if (passkeys?.parseCreationOptionsFromJSON && passkeys.prototype.toJSON) {
  document.querySelectorAll('[data-passkey-missing]').forEach((text) => text.remove());
  document.querySelectorAll('form[data-passkey]').forEach(offer);
}
