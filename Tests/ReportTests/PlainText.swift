import Notebook
import Report

/// Writes pages as plain text.
struct PlainText: Renderer {
    let folder = "text"
    let ending = "txt"
    let version = "1"

    func render(_ page: ResolvedPage) -> String {
        let title = [page.kicker, page.title].filter { !$0.isEmpty }.joined(separator: ": ")
        let notes = page.prose.notes.enumerated().map { "[\($0 + 1)] \(text($1))" }
        let parts = [title + "\n" + String(repeating: "=", count: title.count), text(page.prose.blocks)] + notes
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func text(_ blocks: [Block<Resolved>]) -> String {
        blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func text(_ block: Block<Resolved>) -> String {
        switch block {
        case .paragraph(let content): words(content)
        case .heading(let level, _, let content): String(repeating: "#", count: level) + " " + words(content)
        case .quote(let blocks): indented(text(blocks), by: "> ")
        case .callout(let box, let blocks): "\(title(of: box))\n" + indented(text(blocks), by: "| ")
        case .list(let start, _, let items):
            items.enumerated().map { place, blocks in
                let mark = start.map { "\($0 + place). " } ?? "- "
                let space = String(repeating: " ", count: mark.count)
                return mark + indented(text(blocks), by: space).dropFirst(mark.count)
            }.joined(separator: "\n")
        case .code(_, let code): indented(code, by: "    ")
        case .table(_, let rows): table(rows)
        case .definitions(let entries):
            entries.map { "\(words($0.term)): \(words($0.text))" }.joined(separator: "\n")
        case .rule: "* * *"
        case .leaf(let leaf): text(leaf)
        }
    }

    private func text(_ leaf: Resolved.BlockLeaf) -> String {
        switch leaf {
        case .figure(let entry, let caption): captioned(entry.number, caption, "(a drawing)")
        case .table(let entry, let caption): captioned(entry.number, caption, table(entry.cells))
        case .picture(let picture, let caption): captioned(picture.number, caption, "(\(picture.alt))")
        case .captioned(_, let number, let caption, let block): captioned(number, caption, text(block))
        case .group(_, let number, let caption, let parts): captioned(number, caption, text(parts))
        case .display(let math, let labels, let claims):
            (["    \(math.tex)"] + labels.map { "(\($0.number))" } + claims.map(mark)).joined(separator: " ")
        case .algorithm(let label, let title, let steps):
            captioned(
                "Algorithm \(label?.number ?? "")", title,
                steps.map { String(repeating: "  ", count: $0.depth) + words($0.content) }.joined(separator: "\n"))
        case .snippet(let snippet): "\(snippet.file), line \(snippet.line)\n" + indented(snippet.text, by: "    ")
        case .claims(let cards):
            cards.map { "\(mark($0.entry)) \(words($0.entry.statement)) \(words($0.entry.method))" }
                .joined(separator: "\n")
        case .counts(let counts): counts.map { "\($0.count) \($0.verdict.rawValue)" }.joined(separator: ", ")
        case .columns(let lines): lines.map(words).joined(separator: "\n")
        // No file of the site stands beside a text.
        case .files: ""
        }
    }

    private func words(_ inlines: [Inline<Resolved>]) -> String {
        inlines.map { inline in
            switch inline {
            case .emphasis(let inner), .strong(let inner), .struck(let inner), .leaf(.local(_, let inner)): words(inner)
            case .link(let address, let inner): "\(words(inner)) <\(address)>"
            case .note(let index): "[\(index + 1)]"
            case .leaf(.claim(let entry)): " (\(mark(entry)))"
            case .lineBreak: "\n"
            default: [inline].plainText
            }
        }.joined()
    }

    private func title(of box: Callout<Resolved>) -> String {
        let name = box.number.isEmpty ? box.kind.title : box.number
        return [name, words(box.title)].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private func mark(_ entry: ClaimEntry) -> String { "\(entry.id): \(entry.verdict.rawValue)" }

    private func table(_ rows: [[[Inline<Resolved>]]]) -> String {
        rows.map { $0.map(words).joined(separator: " | ") }.joined(separator: "\n")
    }

    private func captioned(_ number: String, _ caption: [Inline<Resolved>], _ content: String) -> String {
        [number, words(caption)].filter { !$0.isEmpty }.joined(separator: ". ") + "\n" + content
    }

    private func indented(_ text: String, by mark: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { mark + $0 }.joined(separator: "\n")
    }
}
