import type { ViewerShow } from '@sellary/contracts';
import { byId, element, priceText, showPhoto, stockText, tokenOf, variantElements } from './elements.js';
import { followShow } from './follow-show.js';
import { languageOf, wordsIn } from './words.js';

const options = new URLSearchParams(location.search);
const language = languageOf(location.search, navigator.languages);
const words = wordsIn(language);
document.documentElement.lang = language;
if (options.get('motion') === 'off') document.documentElement.classList.add('no-motion');
if (options.get('position') === 'top') document.documentElement.classList.add('top');

let shownNumber: string | null = null;

function render({ status, now, currency }: ViewerShow): void {
  const card = byId('card');
  if (now === null || (status !== 'active' && status !== 'paused')) {
    card.hidden = true;
    shownNumber = null;
    return;
  }
  card.hidden = false;
  showPhoto(byId('photo') as HTMLImageElement, now.photo);
  byId('number').textContent = now.number;
  byId('title').textContent = now.title ?? '';
  byId('price').textContent = priceText(now.price, currency);
  const stock = byId('stock');
  stock.textContent = stockText(now, words);
  stock.classList.toggle('sold-out', now.left === 0);
  byId('variants').replaceChildren(...variantElements(now, words));
  byId('winners').replaceChildren(...now.winners.map((winner) => element('span', 'winner', winner)));
  if (now.number !== shownNumber) {
    shownNumber = now.number;
    // Removing the class and reading a size restarts the animation.
    card.classList.remove('enter');
    void card.offsetWidth;
    card.classList.add('enter');
  }
}

// A broadcast never shows errors. The last state stays until the link ends, and then the overlay is empty.
void followShow(tokenOf(location.pathname), {
  onShow: render,
  onState: (state) => {
    if (state === 'ended') byId('card').hidden = true;
  },
});
