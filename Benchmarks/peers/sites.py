#!/usr/bin/env python3
"""Times other programs on the book of pages that bench-book builds, and prints a JSON line for each.

    sites.py BOOK PAGES...

BOOK is the folder of a built book of at least so many pages. Each program makes the site from nothing, once more after one
sentence was edited, and once more with nothing changed; pandoc, which keeps nothing, is run by make's rule: again for the page
that changed. Formulas: pandoc and hugo render them, sphinx leaves them to the reader's browser. Citations: pandoc and sphinx
set them, hugo can't.
"""
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def templates(book, pages):
    folder = pathlib.Path(book) / "templates"
    return {page: (folder / f"page-{page}.md").read_text() for page in range(1, pages + 1)}


def sources(book, texts):
    """What the pages cite: id, title, the first author's names and year."""
    text = (pathlib.Path(book) / "templates/references.yml").read_text()
    entries = re.findall(r"- \{id: (\S+),.*?title: (.*?),\n.*?family: (\w+), given: (\w+).*?year: (\d+)", text, re.S)
    return [entry for entry in entries if int(re.match(r"key(\d+)", entry[0])[1]) in texts]


def common(text, page, figure):
    """The page without what regbook alone knows: labels of headings, values, and figures by name."""
    text = re.sub(r"\{\{[^}]*\}\}", "12.5", text)
    text = re.sub(r"!\[(.*?)\]\(figure:(curve-\d)\)", lambda m: figure(m[1], m[2], f"page-{page}-{m[2]}.svg"), text)
    return re.sub(r"see @sec-page-(\d+)", r"see [page \1](page-\1.LINK)", text)


def run(command, folder):
    start = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.monotonic() - start


class Pandoc:
    name = "pandoc -j2"

    def __init__(self, book, texts, folder):
        self.folder = folder
        for page, text in texts.items():
            text = common(text, page, lambda caption, name, file: f"![{caption}](figures/{file}){{#fig-{name}}}")
            text = re.sub(r"\$\$\n(.*?)\n\$\$ \{#(eq-[\d-]+)\}", r"[$$\1$$]{#\2}", text, flags=re.S)
            text = re.sub(r"@(eq-[\d-]+)", r"[\1](#\1)", text)
            text = re.sub(r"@(fig-curve-\d)", r"[\1](#\1)", text).replace(".LINK", ".html")
            (folder / f"page-{page}.md").write_text(text)
        # As JSON, which it reads several times as fast as YAML.
        (folder / "references.json").write_text(json.dumps([
            {"id": key, "type": "article-journal", "title": title, "author": [{"family": family, "given": given}],
             "container-title": "Journal of Timings", "issued": {"date-parts": [[int(year)]]}}
            for key, title, family, given, year in sources(book, texts)]))
        (folder / "Makefile").write_text(
            "all: $(patsubst %.md,out/%.html,$(wildcard page-*.md))\n"
            "out/%.html: %.md\n\t@mkdir -p out\n"
            "\t@pandoc -s --mathml --citeproc --metadata title=$* --bibliography references.json -o $@ $<\n")

    def build(self):
        return run(["make", "-j2"], self.folder)

    def clear(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)

    def page(self):
        return self.folder / "page-7.md"


class Sphinx:
    name = "sphinx -j2"

    def __init__(self, book, texts, folder):
        self.folder = folder
        (folder / "src/figures").mkdir(parents=True)
        for page, text in texts.items():
            text = common(text, page, lambda caption, name, file: f"![{caption}](figures/{file})")
            text = re.sub(r"\$\$ \{#(eq-[\d-]+)\}", r"$$ (\1)", text)
            text = re.sub(r"\[@(key[\d-]+)\]", r"{cite}`\1`", text)
            text = re.sub(r"@(eq-[\d-]+)", r"{eq}`\1`", text).replace("@fig-curve-1", "the first figure")
            (folder / f"src/page-{page}.md").write_text(f"# Page {page}\n\n" + text.replace(".LINK", ".md")
                + "\n```{bibliography}\n:filter: docname in docnames\n:keyprefix: \n```\n")
            for number in range(1, 5):
                shutil.copy(
                    pathlib.Path(book) / f"output/figures/page-{page}-curve-{number}.svg", folder / "src/figures")
        pages = "\n".join(f"page-{page}" for page in texts)
        (folder / "src/index.md").write_text(f"# Book\n\n```{{toctree}}\n{pages}\n```\n")
        (folder / "src/refs.bib").write_text("\n".join(
            f"@article{{{key}, title={{{title}}}, author={{{family}, {given}}}, year={{{year}}}, journal={{J}}}}"
            for key, title, family, given, year in sources(book, texts)))
        (folder / "src/conf.py").write_text(
            "project = 'Book'\nextensions = ['myst_parser', 'sphinxcontrib.bibtex']\n"
            "myst_enable_extensions = ['dollarmath']\nbibtex_bibfiles = ['refs.bib']\nhtml_theme = 'basic'\n")

    def build(self):
        return run([sys.executable, "-m", "sphinx", "-q", "-j2", "src", "out"], self.folder)

    def clear(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)

    def page(self):
        return self.folder / "src/page-7.md"


class Hugo:
    name = "hugo"

    def __init__(self, book, texts, folder):
        self.folder = folder
        os.environ["HUGO_CACHEDIR"] = str(folder / "cache")
        (folder / "content").mkdir()
        (folder / "static/figures").mkdir(parents=True)
        hooks = folder / "layouts/_default/_markup"
        hooks.mkdir(parents=True)
        for page, text in texts.items():
            text = common(text, page, lambda caption, name, file: f"![{caption}](figures/{file})")
            text = re.sub(r"\$\$ \{#(eq-[\d-]+)\}", "$$", text)
            text = re.sub(r"@(eq-[\d-]+)", r"[\1](#\1)", text).replace(".LINK", "/")
            (folder / f"content/page-{page}.md").write_text(f"---\ntitle: Page {page}\n---\n{text}")
            for number in range(1, 5):
                shutil.copy(
                    pathlib.Path(book) / f"output/figures/page-{page}-curve-{number}.svg", folder / "static/figures")
        page = "<!doctype html><title>{{.Title}}</title><nav>{{range site.RegularPages}}<a href={{.RelPermalink}}>" \
            "{{.Title}}</a>{{end}}</nav>{{.TableOfContents}}{{.Content}}"
        for name in ["single", "list", "home"]:
            (folder / f"layouts/_default/{name}.html").write_text(page)
        (hooks / "render-passthrough.html").write_text(
            '{{- $opts := dict "displayMode" (eq .Type "block") -}}{{- with try (transform.ToMath .Inner $opts) -}}'
            "{{- with .Err -}}{{- else -}}{{- .Value -}}{{- end -}}{{- end -}}")
        (folder / "hugo.toml").write_text(
            "baseURL='/'\ntitle='Book'\ndisableKinds=['taxonomy','term','RSS','sitemap']\n"
            "[markup.goldmark.extensions.passthrough]\nenable=true\n"
            "[markup.goldmark.extensions.passthrough.delimiters]\nblock=[['$$','$$']]\ninline=[['$','$']]\n")

    def build(self):
        return run(["hugo", "--quiet"], self.folder)

    def clear(self):
        for name in ["public", "resources", "cache"]:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def page(self):
        return self.folder / "content/page-7.md"


def edit(path, number):
    text = path.read_text()
    end = text.index(". ")
    path.write_text(f"{text[:end]} and again {number}{text[end:]}")


def main():
    book, counts = sys.argv[1], [int(count) for count in sys.argv[2:]]
    for pages in counts:
        for kind in [Pandoc, Sphinx, Hugo]:
            with tempfile.TemporaryDirectory() as name:
                peer = kind(book, templates(book, pages), pathlib.Path(name))
                peer.clear()
                cold, edits = peer.build(), []
                for number in range(3):
                    edit(peer.page(), number)
                    edits.append(peer.build())
                unchanged = statistics.median(peer.build() for _ in range(3))
            measured = [("cold", cold), ("edit1", statistics.median(edits)), ("unchanged", unchanged)]
            for what, seconds in measured:
                print(json.dumps({
                    "workload": f"site_{what}_{pages}", "peer": kind.name, "seconds": round(seconds, 4),
                    "throughput": round(pages / seconds, 3), "unit": "pages/s"}), flush=True)


main()
