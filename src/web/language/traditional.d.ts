/** The traditional form of texts and characters; made when the web application is built. */
declare module 'virtual:traditional' {
  const table: {
    readonly texts: Readonly<Record<string, string>>
    readonly characters: { readonly simplified: string; readonly traditional: string }
  }
  export default table
}
