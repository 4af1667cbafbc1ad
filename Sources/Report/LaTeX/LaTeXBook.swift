import Foundation
import Notebook

/// The whole book as LaTeX: one file for each section, one for the evidence, one that holds them together.
struct LaTeXBook {
    let files: [ProductFile]
    /// Class and package, as `regbook.tex` begins.
    let preamble: String
    /// The text of that package.
    let style: Data
    let problems: [Problem]
    let warnings: [Problem]
    /// What sets it.
    let engine: PDFLaTeX.Engine

    /// - Parameter pages: the front page and all others, resolved.
    init(
        of manuscript: Manuscript, pages: [ResolvedPage], report: Report,
        figures: [String: (width: Double, height: Double)], style: SourceText
    ) {
        preamble = Self.preamble(report.paper)
        self.style = Data(style.bytes)
        var files = [ProductFile("regbook.sty", self.style)]
        var problems: [Problem] = []
        var warnings: [Problem] = []
        var citations: [String: Int] = [:]
        var order: [String] = []
        for page in pages {
            var writer = LaTeXWriter(
                page: page.slug, notes: page.prose.notes, figures: figures, citations: citations)
            writer.write(page.prose.blocks, at: page.prose.places)
            citations = writer.citations
            problems += writer.problems
            warnings += writer.warnings
            order.append(page.slug)
            files.append(ProductFile("\(page.slug).tex", writer.out))
        }
        let stability = report.stability?.parts(manuscript.claims) ?? []
        files.append(ProductFile("evidence.tex", Self.evidence(manuscript) + Self.stability(stability)))
        files.append(ProductFile("references.tex", Self.references(manuscript.bibliography, citations)))
        files.append(ProductFile("regbook.tex", Self.main(report, pages: Array(pages.dropFirst()))))
        self.files = files
        let texts = files.lazy.filter { $0.path.hasSuffix(".tex") }.map { String(decoding: $0.data, as: UTF8.self) }
        engine = texts.contains(where: LaTeX.needsUnicode) ? .luaLaTeX : .pdfLaTeX
        self.problems = problems
        self.warnings = warnings
    }

    private static func preamble(_ paper: Paper) -> String {
        """
        \\documentclass[11pt,oneside,openany]{book}
        \\usepackage\(paper == .letter ? "[letter]" : ""){regbook}

        """
    }

    private static func main(_ report: Report, pages: [ResolvedPage]) -> String {
        let title = LaTeX.escape(report.book.title)
        var out = """
            \(preamble(report.paper))\\title{\(title)}
            \\author{}
            \\date{}
            \\begin{document}
            \\frontmatter
            \\begin{titlepage}
            \\vspace*{.2\\textheight}
            {\\Huge\\bfseries\\raggedright\\hyphenpenalty=10000 \(title)\\par}
            \\vspace{1.5\\baselineskip}{\\color{link}\\rule{6em}{2pt}\\par}
            \\vfill
            {\\small \(LaTeX.escape(colophon(report)))\\par}
            \\end{titlepage}
            \\tableofcontents
            \\backmatterchapter{About this book}
            \\hypertarget{sec-index}{}%
            \\input{index}
            \\mainmatter

            """
        for chapter in report.book.chapters {
            let slugs = Set(chapter.sections.map(\.info.slug))
            let own = pages.filter { slugs.contains($0.slug) }
            guard !own.isEmpty else { continue }
            let opening = own.first { $0.record?.section.number == "\(chapter.number)" }
            let target = LaTeXWriter.name("sec-\(opening?.slug ?? "chapter-\(chapter.number)")")
            out += "\\bookchapter{\(chapter.number)}{\(target)}{\(LaTeX.escape(chapter.title))}\n"
            for page in own {
                guard let section = page.record?.section else { continue }
                if page.slug != opening?.slug {
                    let place = section.number.split(separator: ".").last ?? ""
                    let target = LaTeXWriter.name("sec-\(page.slug)")
                    out += "\\booksection{\(place)}{\(target)}{\(LaTeX.escape(section.info.title))}\n"
                }
                out += "\\input{\(page.slug)}\n"
            }
        }
        return out + "\\backmatter\n\\input{evidence}\n\\input{references}\n\\end{document}\n"
    }

    /// What the numbers were made with, on the title page.
    private static func colophon(_ report: Report) -> String {
        guard let record = report.records.first else { return "" }
        return "Every number in this book was computed: profile \(record.profile.rawValue), seed \(record.seed)."
    }

    private static func evidence(_ manuscript: Manuscript) -> String {
        var writer = LaTeXWriter(page: "evidence")
        writer.out = "\\backmatterchapter{Evidence}\n\\hypertarget{sec-evidence}{}%\n"
        for page in manuscript.pages {
            guard let section = page.record?.section else { continue }
            let entries = manuscript.claims.filter { $0.section.info.slug == page.slug }
            guard !entries.isEmpty else { continue }
            writer.out += "\\section*{\(LaTeX.escape("\(section.number) \(section.info.title)"))}\n"
            for entry in entries {
                writer.card(entry, isEvidence: true)
                writer.out += "\n\n"
            }
        }
        return writer.out
    }

    /// How often each claim came out as written, over several master seeds.
    private static func stability(_ parts: [StabilityTable.Part]) -> String {
        guard !parts.isEmpty else { return "" }
        var out = "\\section*{Other master seeds}\n\(LaTeX.escape(StabilityTable.Part.introduction))\n"
        for part in parts {
            out += "\\subsection*{\(LaTeX.escape("\(part.section.number) \(part.section.info.title)"))}\n"
            out += "\(LaTeX.escape(part.remark))\n\n"
            guard !part.rows.isEmpty else { continue }
            let rows =
                [StabilityTable.Part.headings.map { "\\headcell{\($0)}" }] + part.cells.map { $0.map(LaTeX.escape) }
            let lines = rows.map { "\($0.joined(separator: " & ")) \\\\" }
            out += "\\begin{datatable}{llll}\n\(lines[0])\n\\midrule\n"
            out += lines.dropFirst().joined(separator: "\n") + "\n\\end{datatable}\n\n"
        }
        return out
    }

    private static func references(_ bibliography: Bibliography, _ citations: [String: Int]) -> String {
        let entries = citations.keys.compactMap { bibliography.entry($0) }.inOrder
        guard !entries.isEmpty else { return "" }
        var out = "\\backmatterchapter{References}\n\\begin{sources}\n"
        for entry in entries {
            let name = LaTeXWriter.name(entry.reference.id)
            out += "\\sourceitem{\(name)}"
            let pieces = ReferenceText.pieces(of: entry)
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
            let pages = (1...max(1, citations[entry.reference.id, default: 1])).map { "\\backpage{\(name)}{\($0)}" }
            out += " Cited on page\(pages.count == 1 ? "" : "s") \(pages.joined(separator: ", ")).\n"
        }
        return out + "\\end{sources}\n"
    }
}
