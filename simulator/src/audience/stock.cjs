// The default items for a crowd: forty pieces from a small vintage shop, about half of them with one unit.

/** @typedef {{ itemNumber: string, title: string, totalQuantity: number }} StockItem */

const PIECES = /** @type {const} */ ([
  ['Linen blazer, sand, M', 1],
  ['Wrap dress, forest green, S', 1],
  ['Straight jeans, washed black, 29', 2],
  ['Silk scarf with swallows', 3],
  ['Leather crossbody bag, cognac', 1],
  ['Hand-knit cardigan, oatmeal, L', 1],
  ['Stacking rings, set of five', 5],
  ['Denim jacket with shearling collar, M', 1],
  ['Ribbed tank top, white', 8],
  ['Pleated midi skirt, navy, M', 2],
  ['Trench coat, stone, L', 1],
  ['Pearl drop earrings', 4],
  ['Wool beret, burgundy', 3],
  ['Corduroy trousers, rust, 31', 1],
  ['Graphic tee, faded tour print', 2],
  ['Quilted vest, olive, M', 1],
  ['Suede ankle boots, 38', 1],
  ['Canvas tote, hand-printed', 10],
  ['Satin slip dress, champagne, S', 1],
  ['Cashmere sweater, gray, M', 1],
  ['Tortoiseshell sunglasses', 3],
  ['Striped shirt, blue and white, L', 2],
  ['Beaded evening clutch', 1],
  ['Chunky gold hoops', 6],
  ['Tweed miniskirt, pink, S', 1],
  ['Rain jacket, yellow, M', 2],
  ['Embroidered blouse, ivory, M', 1],
  ['High-waisted shorts, khaki, 28', 2],
  ['Velvet blazer, midnight, S', 1],
  ['Braided leather belt', 4],
  ['Maxi dress, poppies, M', 1],
  ['Fleece pullover, teal, L', 2],
  ['Enamel pin, cat in a box', 12],
  ['Loafers, oxblood, 39', 1],
  ['Turtleneck, black', 5],
  ['Kimono jacket, cranes', 1],
  ['Charm bracelet, silver', 2],
  ['Puffer coat, cream, M', 1],
  ['Bucket hat, reversible', 4],
  ['Mystery box, worth twice its price', 6],
]);

/** @type {readonly StockItem[]} */
const STOCK = PIECES.map(([title, totalQuantity], index) => ({
  itemNumber: String(101 + index),
  title,
  totalQuantity,
}));

module.exports = { STOCK };
