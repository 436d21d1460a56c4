// Marks several blocks of a document at once: a click picks one, a click with Shift all up to it.
(() => {
  const form = document.getElementById('marking');
  if (!form) {
    return;
  }
  const blocks = [...form.querySelectorAll('.block')];
  const bar = form.querySelector('.mark-bar');
  const count = document.getElementById('mark-count');
  let last = -1;
  let touched = false;

  function role(block) {
    return block.querySelector('select');
  }

  function show() {
    const picked = blocks.filter((block) => block.classList.contains('picked')).length;
    const { none, one, many } = count.dataset;
    count.textContent = picked === 0 ? none : picked === 1 ? one : many.replace('222', picked);
    bar.querySelectorAll('button').forEach((button) => {
      button.disabled = picked === 0;
    });
  }

  function mark(block, as) {
    role(block).value = as;
    block.dataset.role = as;
    touched = true;
  }

  form.addEventListener('click', (event) => {
    const words = event.target.closest('.block-words');
    if (!words || String(window.getSelection())) {
      return;
    }
    const at = blocks.indexOf(words.closest('.block'));
    const [from, to] = event.shiftKey && last >= 0 ? [Math.min(last, at), Math.max(last, at)] : [at, at];
    const on = event.shiftKey || !blocks[at].classList.contains('picked');
    blocks.slice(from, to + 1).forEach((block) => block.classList.toggle('picked', on));
    last = at;
    show();
  });

  // Shift would select the text between two clicks.
  form.addEventListener('mousedown', (event) => {
    if (event.shiftKey && event.target.closest('.block-words')) {
      event.preventDefault();
    }
  });

  bar.addEventListener('click', (event) => {
    const as = event.target.closest('[data-mark]')?.dataset.mark;
    if (!as) {
      return;
    }
    blocks.filter((block) => block.classList.contains('picked')).forEach((block) => {
      mark(block, as);
      block.classList.remove('picked');
    });
    last = -1;
    show();
  });

  form.addEventListener('change', (event) => {
    touched = true;
    if (event.target.matches('select')) {
      event.target.closest('.block').dataset.role = event.target.value;
    }
  });

  form.addEventListener('submit', () => {
    touched = false;
  });

  window.addEventListener('beforeunload', (event) => {
    if (touched) {
      event.preventDefault();
    }
  });

  bar.hidden = false;
  form.classList.add('lively');
  show();
})();
