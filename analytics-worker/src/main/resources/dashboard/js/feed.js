import { BookingList } from './bookings.js';
import { byId, el, setText } from './dom.js';
import { Events } from './events.js';
import { count } from './format.js';

/** Two lists in one place: what happened, and what is on the map. */
export function feed(state, onSelect) {
  const events = new Events(state, onSelect);
  const bookings = new BookingList(state, onSelect);
  const live = el('span', { class: 'count', text: '0' });
  const tabs = [tab('Events', events), tab('Bookings', bookings, live)];
  state.on('bookings', () => setText(live, count(state.bookings.size)));

  const choose = (chosen) => {
    for (const { button, body } of tabs) {
      const is = button === chosen;
      button.setAttribute('aria-selected', String(is));
      button.tabIndex = is ? 0 : -1;
      body.element.hidden = !is;
    }
    bookings.show();
  };
  tabs.forEach(({ button }, i) => {
    button.addEventListener('click', () => choose(button));
    button.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      const other = tabs[(i + 1) % tabs.length].button;
      choose(other);
      other.focus();
    });
  });
  choose(tabs[0].button);
  byId('feed').append(el('div', { class: 'tabs', role: 'tablist' }, ...tabs.map(({ button }) => button)), ...tabs.map(({ body }) => body.element));
}

function tab(label, body, extra = null) {
  const name = label.toLowerCase();
  const button = el('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `list-${name}` }, label, extra);
  body.element.id = `list-${name}`;
  body.element.setAttribute('role', 'tabpanel');
  body.element.setAttribute('aria-labelledby', button.id);
  return { button, body };
}
