// Imported by Tasklist after its AngularJS module is defined and before it is started.
import '../../../assets/jalon.js';

// The list opens with what is due first; the choice in the address is Tasklist's own.
if (!location.hash.includes('sorting=')) {
  const dueFirst = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
  const hash = location.hash || '#/';
  location.hash = `${hash}${hash.includes('?') ? '&' : '?'}sorting=${dueFirst}`;
}
