import './style/main.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { rememberAddress, takeAddress } from './address.js';
import { App } from './app.js';
import { listen } from './connection.js';
import { listenToKeys } from './keyboard.js';
import { isNarrow } from './narrow.js';
import { appearance, rightPanel, server } from './state.js';

const root = document.documentElement;

effect(() => {
  if (appearance.value === 'system') delete root.dataset.appearance;
  else root.dataset.appearance = appearance.value;
});

effect(() => {
  const title = server.value?.title;
  document.title = title ? `${title} – preview` : 'Preview';
});

// On a telephone the pages come first.
if (isNarrow.value) rightPanel.value = null;

takeAddress();
const app = document.querySelector('#app');
if (app) render(<App />, app);
listenToKeys();
listen();
rememberAddress();
