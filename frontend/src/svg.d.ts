/** The builder's `loader` option turns an icon's file into its text. */
declare module '*.svg' {
  const markup: string;
  export default markup;
}
