import type { Currency, ViewerItem, ViewerShow } from '@sellary/contracts';
import {
  byId,
  element,
  priceText,
  showPhoto,
  stockElements,
  stockText,
  tokenOf,
  variantElements,
} from './elements.js';
import { followShow, type LinkState } from './follow-show.js';
import { languageOf, wordsIn } from './words.js';

const language = languageOf(location.search, navigator.languages);
const words = wordsIn(language);
document.documentElement.lang = language;
byId('items-title').textContent = words.items;

const STATUS: Record<ViewerShow['status'], string> = {
  draft: words.notStarted,
  active: '',
  paused: words.paused,
  ended: words.ended,
};

/** One photo element for all items: it stays on the page while only the figures beside it change. */
const photo = element('img', 'photo') as HTMLImageElement;
photo.alt = '';
photo.hidden = true;

function render(viewerShow: ViewerShow): void {
  document.title = viewerShow.name;
  byId('name').textContent = viewerShow.name;
  byId('status').textContent = STATUS[viewerShow.status];
  const { now } = viewerShow;
  const isLive = viewerShow.status === 'active' || viewerShow.status === 'paused';
  showPhoto(photo, now?.photo);
  byId('now').replaceChildren(
    ...(now === null
      ? isLive
        ? [element('p', 'quiet', words.noItemNow)]
        : []
      : [
          photo,
          element('p', 'label', words.now),
          element(
            'h2',
            'now-item',
            element('span', 'number', now.number),
            ' ',
            element('span', '', now.title ?? ''),
          ),
          element('p', 'price', priceText(now.price, viewerShow.currency)),
          element('p', now.left > 0 ? 'stock' : 'stock sold-out', stockText(now, words)),
          element('p', 'variants', ...variantElements(now, words)),
          element('p', 'winners', ...now.winners.map((winner) => element('span', 'winner', winner))),
        ]),
  );
  byId('items').replaceChildren(...viewerShow.items.map((item) => row(item, viewerShow.currency)));
  byId('items-title').hidden = viewerShow.items.length === 0;
}

const row = (item: ViewerItem, currency: Currency | undefined): HTMLElement =>
  element(
    'li',
    item.left > 0 ? 'item' : 'item sold-out',
    element('span', 'number', item.number),
    element('span', 'title', item.title ?? '', element('span', 'price', priceText(item.price, currency))),
    element('span', 'stock', ...stockElements(item, words)),
    ...(item.variants === undefined ? [] : [element('span', 'variants', ...variantElements(item, words))]),
  );

function showState(state: LinkState): void {
  const notice = byId('notice');
  notice.hidden = state === 'connected';
  notice.textContent = state === 'ended' ? words.linkEnded : words.reconnecting;
  if (state === 'ended') byId('content').hidden = true;
}

void followShow(tokenOf(location.pathname), { onShow: render, onState: showState });
