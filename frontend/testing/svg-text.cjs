/** In tests, every icon is the same empty drawing. */
module.exports = { __esModule: true, default: '<svg></svg>' };
