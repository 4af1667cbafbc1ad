import Foundation
import Notebook

/// The whole book as LaTeX: one file for each section, one for the evidence, one that holds them together.
struct LaTeXBook {
    let files: [ProductFile]
    /// Class and package, as `book.tex` begins.
    let preamble: String
    /// The text of that package.
    let style: Data
    let problems: [Problem]
    let warnings: [Problem]
    /// What sets it.
    let engine: PDFLaTeX.Engine

    /// - Parameters:
    ///   - pages: the front page and those of sections.
    ///   - backMatter: the pages behind them.
    init(
        of manuscript: Manuscript, pages: [ResolvedPage], backMatter: [ResolvedPage], report: Report,
        figures: [String: (width: Double, height: Double)], style: SourceText
    ) {
        preamble = Self.preamble(report.paper)
        self.style = Data(style.bytes)
        var files = [ProductFile("edition.sty", self.style)]
        let renderer = LaTeXRenderer(figures: figures)
        let written = (pages + backMatter).map { ($0.slug, renderer.written($0)) }
        files += written.map { ProductFile("\($0.0).tex", $0.1.out) }
        files.append(ProductFile("references.tex", Self.references(manuscript.bibliography, written, report.language)))
        if !manuscript.macros.isEmpty { files.append(ProductFile("book-macros.tex", manuscript.macros.latex)) }
        files.append(
            ProductFile(
                "book.tex",
                Self.main(
                    report, pages: Array(pages.dropFirst()), backMatter: backMatter,
                    hasMacros: !manuscript.macros.isEmpty)))
        self.files = files
        let texts = files.lazy.filter { $0.path.hasSuffix(".tex") }.map { String(decoding: $0.data, as: UTF8.self) }
        engine = texts.contains(where: LaTeX.needsUnicode) ? .luaLaTeX : .pdfLaTeX
        problems = written.flatMap(\.1.problems)
        warnings = written.flatMap(\.1.warnings)
    }

    private static func preamble(_ paper: Paper) -> String {
        """
        \\documentclass[11pt,oneside,openany]{book}
        \\usepackage\(paper == .letter ? "[letter]" : ""){edition}

        """
    }

    private static func main(
        _ report: Report, pages: [ResolvedPage], backMatter: [ResolvedPage], hasMacros: Bool
    ) -> String {
        let title = LaTeX.escape(report.book.title)
        let byline =
            report.book.byline == nil
            ? ""
            : "\n\\vspace{\\baselineskip}{\\Large\\raggedright \\csname @author\\endcsname\\par}"
        let authors = LaTeX.escape(report.book.byline ?? "")
        var out = """
            \(preamble(report.paper))\(hasMacros ? "\\input{book-macros}\n" : "")\(babel(report.language))\\title{\(title)}
            \\author{\(authors)}
            \\date{}
            \\hypersetup{pdfsubject={\(LaTeX.escape(report.book.description))},pdflang={\(report.language.code)}}
            \\begin{document}
            \\frontmatter
            \\begin{titlepage}
            \\vspace*{.2\\textheight}
            {\\Huge\\bfseries\\raggedright\\hyphenpenalty=10000 \(title)\\par}\(byline)
            \\vspace{1.5\\baselineskip}{\\color{link}\\rule{6em}{2pt}\\par}
            \\vfill
            {\\small \(LaTeX.escape(colophon(report)))\\par}
            \\end{titlepage}
            \\tableofcontents
            \\backmatterchapter{\(LaTeX.escape(report.language.name("About this book")))}
            \\hypertarget{sec-index}{}%
            \\input{index}
            \\mainmatter

            """
        for chapter in report.book.chapters {
            let slugs = Set(chapter.sections.map(\.info.slug))
            let own = pages.filter { slugs.contains($0.slug) }
            guard !own.isEmpty else { continue }
            let opening = own.first { $0.section?.number == "\(chapter.number)" }
            let target = LaTeXWriter.name("sec-\(opening?.slug ?? "chapter-\(chapter.number)")")
            out += "\\bookchapter{\(chapter.number)}{\(target)}{\(LaTeX.escape(chapter.title))}\n"
            for page in own {
                guard let section = page.section else { continue }
                if page.slug != opening?.slug {
                    let place = section.number.split(separator: ".").last ?? ""
                    let target = LaTeXWriter.name("sec-\(page.slug)")
                    out += "\\booksection{\(place)}{\(target)}{\(LaTeX.escape(section.info.title))}\n"
                }
                out += "\\input{\(page.slug)}\n"
            }
        }
        out += "\\backmatter\n"
        for page in backMatter {
            let target = LaTeXWriter.target(Anchor(page: page.slug, id: ""))
            out += "\\backmatterchapter{\(LaTeX.escape(page.title))}\n"
            out += "\\hypertarget{\(target)}{}%\n\\input{\(page.slug)}\n"
        }
        return out + "\\input{references}\n\\end{document}\n"
    }

    /// What makes LaTeX part words and name the contents as `language` does.
    private static func babel(_ language: Language) -> String {
        language == .english
            ? "" : "\\RequirePackage{babel}\n\\babelprovide[import,main]{\(language.babel)}\n"
    }

    /// What the numbers were made with, on the title page.
    private static func colophon(_ report: Report) -> String {
        guard let record = report.records.first else { return "" }
        return "Every number in this book was computed: profile \(record.profile.rawValue), seed \(record.seed)."
    }

    /// The sources that pages cite, each with the numbers of those pages.
    private static func references(
        _ bibliography: Bibliography, _ pages: [(String, LaTeXWriter)], _ language: Language
    ) -> String {
        var mentions: [String: [String]] = [:]
        for (slug, writer) in pages {
            for (id, count) in writer.citations {
                mentions[id, default: []] += (1...count).map { "\(LaTeXWriter.name(slug))-\($0)" }
            }
        }
        let entries = mentions.keys.compactMap { bibliography.entry($0) }.inOrder
        guard !entries.isEmpty else { return "" }
        var out = "\\backmatterchapter{\(LaTeX.escape(language.name("References")))}\n\\begin{sources}\n"
        for entry in entries {
            let name = LaTeXWriter.name(entry.reference.id)
            let place = entry.reference.place
            if place.line > 0 { out += "% \(place.file):\(place.line)\n" }
            out += "\\sourceitem{\(name)}"
            let pieces = entry.listing
            func tex(_ inlines: [Inline<Resolved>]) -> String {
                var writer = LaTeXWriter(page: "references")
                writer.write(inlines)
                return writer.out
            }
            for piece in pieces {
                switch piece {
                case .text(let text): out += tex(text)
                case .title(let text): out += "\\emph{\(tex(text))}"
                case .link(let address):
                    let text = LaTeX.escape(address).replacing("/", with: "/\\allowbreak{}")
                    out += "\\href{\(LaTeX.address(address))}{\(text)}"
                }
            }
            if case .link? = pieces.last { out += "." }
            let pages = mentions[entry.reference.id, default: []].map { "\\backpage{\(name)}{\($0)}" }
            let words = LaTeX.escape(language.name("Cited on page"))
            out += " \\citedon{\(words)}{\(words)\(language == .english ? "s" : "")}{\(pages.joined())}.\n"
        }
        return out + "\\end{sources}\n"
    }
}
