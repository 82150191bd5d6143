export default function Home() {
  return <h1>dothi</h1>
}
