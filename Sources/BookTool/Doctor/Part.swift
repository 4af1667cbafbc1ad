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
        /// Nothing can be built without it.
        case build
        /// Only the PDF needs it.
        case pdf
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
        /// A program and the arguments that make it print its version.
        case program(String, [String])
        /// Files that TeX must find.
        case tex([String])
    }

    static let openBLAS = "OpenBLAS"

    /// Everything that is needed, in the order a build meets it.
    static let all: [Part] = [
        Part(
            name: "pkg-config", purpose: "finds the libraries", package: "pkg-config", need: .build,
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
            name: "curl", purpose: "fetches data sets", package: "curl", need: .data,
            .program("curl", ["--version"])),
        Part(
            name: "Chromium", purpose: "opens the pages", package: "chromium", need: .tests,
            .program("chromium", ["--version"])),
    ]

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
