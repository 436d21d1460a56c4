// A step of a language version is dragged beside the draft that says the same; its form does the rest.

const matches = document.getElementById('matches');
let dragged = null;

const rowOf = (target) => target.closest?.('.match');

function unmark() {
  matches.querySelector('.match-over')?.classList.remove('match-over');
}

matches.addEventListener('dragstart', (event) => {
  dragged = event.target.closest?.('.match-step[draggable]');
  if (dragged) {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.id);
  }
});

matches.addEventListener('dragover', (event) => {
  const row = rowOf(event.target);
  if (dragged && row) {
    event.preventDefault();
    unmark();
    row.classList.add('match-over');
  }
});

matches.addEventListener('drop', (event) => {
  const row = rowOf(event.target);
  if (dragged && row) {
    event.preventDefault();
    const form = dragged.querySelector('form');
    form.elements.draft.value = row.dataset.ref || '';
    form.requestSubmit();
  }
});

matches.addEventListener('dragend', () => {
  unmark();
  dragged = null;
});
