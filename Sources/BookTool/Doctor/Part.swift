import Notebook

/// Something that a build or its tests need from the system.
struct Part: Sendable {
    let name: String
    /// What it is for, in a few words.
    let purpose: String
    /// The Debian package that brings it.
    let package: String
    let need: Need
    let probe: Probe

    enum Need: Sendable {
        /// No report can be built without it.
        case build
        /// Only compiling needs it.
        case compiling
        /// Only the PDF needs it.
        case pdf
        /// Only the prose of some books needs it.
        case prose(String)
        /// Only `data fetch` needs it.
        case data
        /// Only the tests need it.
        case tests
    }

    /// How to find it.
    enum Probe: Sendable {
        /// A library by its name for pkg-config.
        case library(String)
        /// A file, or a file of each of several names.
        case files([String])
        /// A program of the search path and the arguments that make it print its version.
        case program(String, [String])
        /// Files that TeX must find.
        case tex([String])
    }

    static let openBLAS = "OpenBLAS"

    /// Everything that is needed, in the order a build meets it.
    static let all: [Part] = [
        Part(
            name: "pkg-config", purpose: "finds the libraries", package: "pkg-config", need: .compiling,
            .program("pkg-config", ["--version"])),
        Part(name: "cairo", purpose: "draws the figures", package: "libcairo2-dev", need: .build, .library("cairo")),
        Part(
            name: "HarfBuzz", purpose: "joins their letters", package: "libharfbuzz-dev", need: .build,
            .library("harfbuzz")),
        Part(
            name: "FriBidi", purpose: "turns their lines", package: "libfribidi-dev", need: .build,
            .library("fribidi")),
        Part(
            name: openBLAS, purpose: "multiplies matrices", package: "libopenblas-dev", need: .build,
            .library("openblas")),
        Part(
            name: "LAPACKE", purpose: "solves and decomposes", package: "liblapacke-dev", need: .build,
            .library("lapacke")),
        Part(
            name: "cmark-gfm", purpose: "reads the prose", package: "libcmark-gfm-dev", need: .build,
            .library("libcmark-gfm")),
        Part(
            name: "JavaScriptCore", purpose: "runs KaTeX", package: "libjavascriptcoregtk-4.1-dev", need: .build,
            .library("javascriptcoregtk-4.1")),
        Part(name: "libcrypto", purpose: "digests", package: "libssl-dev", need: .build, .library("libcrypto")),
        Part(name: "zlib", purpose: "unpacks data", package: "zlib1g-dev", need: .build, .library("zlib")),
        Part(
            name: "KaTeX", purpose: "sets formulas in pages", package: "libjs-katex", need: .build,
            .files(["katex.min.js", "katex.min.css"].map { "/usr/share/javascript/katex/\($0)" })),
        Part(
            name: "KaTeX's fonts", purpose: "formulas in pages and figures", package: "fonts-katex", need: .build,
            .files(
                ["Main-Regular", "Math-Italic", "Size1-Regular"].map {
                    "/usr/share/fonts/truetype/katex/KaTeX_\($0).ttf"
                }
            )),
        Part(
            name: "Charis SIL", purpose: "text of the pages", package: "fonts-sil-charis", need: .build,
            .files(["/usr/share/fonts/truetype/charis/CharisSIL-Regular.ttf"])),
        Part(
            name: "Inter", purpose: "captions and tables of the pages", package: "fonts-inter", need: .build,
            .files(["/usr/share/fonts/opentype/inter/Inter-Regular.otf"])),
        Part(
            name: "DejaVu's fonts", purpose: "other text in figures", package: "fonts-dejavu-core", need: .build,
            .files(["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"])),
        Part(
            name: "pdfLaTeX", purpose: "sets the PDF", package: "texlive-latex-base", need: .pdf,
            .program("pdflatex", ["--version"])),
        Part(
            name: "LaTeX's type", purpose: "line breaks and tables of the PDF", package: "texlive-latex-recommended",
            need: .pdf, .tex(["microtype.sty", "booktabs.sty", "ragged2e.sty"])),
        Part(
            name: "LaTeX's boxes", purpose: "frames and floats of the PDF", package: "texlive-latex-extra", need: .pdf,
            .tex(["framed.sty", "placeins.sty"])),
        Part(
            name: "Latin Modern", purpose: "text of the PDF", package: "lmodern", need: .pdf, .tex(["lmodern.sty"])),
        Part(
            name: "Dingbats", purpose: "marks in the PDF", package: "texlive-fonts-recommended", need: .pdf,
            .tex(["pzdr.tfm"])),
        Part(
            name: "LuaLaTeX", purpose: "sets a PDF with other letters", package: "texlive-luatex",
            need: .prose("texts with letters beyond Latin"), .program("lualatex", ["--version"])),
        Part(
            name: "Computer Modern", purpose: "Greek and Cyrillic letters of the PDF", package: "fonts-cmu",
            need: .prose("texts with letters beyond Latin"),
            .files(["/usr/share/fonts/truetype/cmu/cmunrm.ttf"])),
        Part(
            name: "Droid Fallback", purpose: "Chinese, Japanese and Korean letters of the PDF",
            package: "fonts-droid-fallback", need: .prose("texts with letters beyond Latin"),
            .files(["/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"])),
        Part(
            name: "librsvg", purpose: "pictures for the PDF", package: "librsvg2-bin", need: .prose("SVG files"),
            .program("rsvg-convert", ["--version"])),
        Part(
            name: "Poppler", purpose: "pictures for the pages", package: "poppler-utils", need: .prose("PDF files"),
            .files(["/usr/bin/pdftocairo"])),
        Part(
            name: "curl", purpose: "fetches data sets", package: "curl", need: .data,
            .program("curl", ["--version"])),
        Part(
            name: "Chromium", purpose: "opens the pages", package: "chromium", need: .tests,
            .program("chromium", ["--version"])),
    ]

    /// What `book` at `root` needs besides, by its language and what its settings name.
    static func needed(by book: Book, at root: BookRoot) -> [Part] {
        let settings = root.settings
        var parts: [Part] = []
        if let (file, package) = book.language.hyphenation {
            parts.append(
                Part(
                    name: "Hyphenation", purpose: "parts words of the language '\(book.language.code)'",
                    package: package, need: .pdf, .tex([file])))
        }
        if let style = settings.citationStyle {
            parts.append(
                Part(
                    name: "pandoc", purpose: "cites by a CSL style", package: "pandoc", need: .build,
                    .program("pandoc", ["--version"])))
            parts.append(
                Part(
                    name: "CSL style", purpose: "cites as '\(style.name)' does",
                    package: "citation-style-language-styles", need: .build,
                    .files([style.path(besides: root.templates)])))
        }
        return parts
    }

    private init(
        name: String, purpose: String, package: String, need: Need, _ probe: Probe
    ) {
        self.name = name
        self.purpose = purpose
        self.package = package
        self.need = need
        self.probe = probe
    }
}
