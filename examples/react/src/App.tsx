import { useEffect, useState, type ComponentProps } from "react";
import { ArticleWidget } from "article-widget/react";
import exampleMotors from "./example-motors.json";

type Props = ComponentProps<typeof ArticleWidget>;

// One document comes with the app, the other is fetched once a reader wants it.
const STORIES = [
  { path: "/", name: "Example Motors", article: exampleMotors },
  { path: "/sample-cars", name: "Sample Cars", src: "/sample-cars.json" },
];

export function App() {
  const [path, open] = usePath();
  const [theme, setTheme] = useState<Props["theme"]>("auto");
  const [news, setNews] = useState("The article is loading.");
  const story = STORIES.find((story) => story.path === path) ?? STORIES[0];

  return (
    <>
      <header>
        <nav>
          {STORIES.map(({ path, name }) => (
            <button key={path} disabled={path === story.path} onClick={() => open(path)}>
              {name}
            </button>
          ))}
        </nav>
        <label>
          Theme{" "}
          <select value={theme} onChange={(event) => setTheme(event.target.value as Props["theme"])}>
            <option>auto</option>
            <option>light</option>
            <option>dark</option>
          </select>
        </label>
      </header>
      <main>
        <ArticleWidget
          article={story.article}
          src={story.src}
          theme={theme}
          onReady={() => setNews("The article is ready.")}
          onError={({ detail }) => setNews(`The article failed: ${detail.message}`)}
          onChart={({ detail }) => setNews(`The reader has set ${detail.choice} to ${detail.value}.`)}
          onNavigate={(event) => {
            const { origin, pathname } = new URL(event.detail.href);
            if (origin !== location.origin) return;
            event.preventDefault();
            open(pathname);
          }}
        />
      </main>
      <footer role="status">{news}</footer>
    </>
  );
}

/** The path of the page and a function that leads to another: what the router of a larger app does. */
function usePath() {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const open = (path: string) => {
    history.pushState(null, "", path);
    setPath(path);
    scrollTo(0, 0);
  };
  return [path, open] as const;
}
