import Foundation
import Notebook

/// What the search finds on one page, as a script: a page from disk can load nothing else.
///
/// The same entries serve as previews of references to that page.
struct SearchPart {
    private let slug: String
    private var entries: [Entry] = []

    private struct Entry {
        let href: String
        let title: String
        let text: String
        /// A formula, as HTML.
        var html: String?
        /// A figure's file.
        var picture: String?
    }

    init(of page: ResolvedPage, formulas: [Formula: String]) {
        slug = page.slug
        guard let section = page.section else { return }
        read(page, title: "\(section.number) \(section.info.title)", formulas)
    }

    /// The part of the page of evidence.
    init(of claims: [ClaimEntry]) {
        slug = "evidence"
        entries = claims.map { claim in
            let text = (claim.statement + [.text(" ")] + claim.method).plainText
            return Entry(
                href: "evidence.html#\(claim.anchor.id)", title: "Claim \(claim.id), \(claim.verdict.rawValue)",
                text: text)
        }
    }

    /// The part as a script that adds it to the book's.
    var script: Data {
        var script = ScriptText()
        script.raw("(window.bookParts=window.bookParts||{})[")
        script.quoted(slug)
        script.raw("]=[")
        for (index, entry) in entries.enumerated() {
            script.raw(index > 0 ? ",\n{" : "{")
            script.member("href", entry.href)
            if let html = entry.html { script.member("html", html) }
            if let picture = entry.picture { script.member("picture", picture) }
            script.member("text", entry.text)
            script.member("title", entry.title, isLast: true)
            script.raw("}")
        }
        script.raw("];\n")
        return Data(script.bytes)
    }

    private mutating func read(_ page: ResolvedPage, title: String, _ formulas: [Formula: String]) {
        let file = "\(page.slug).html"
        var href = file
        var heading = title
        var words: [String] = []
        func part(_ entries: inout [Entry]) {
            let text = words.filter { !$0.isEmpty }.joined(separator: " ")
            entries.append(Entry(href: href, title: heading, text: text))
        }
        let notes = page.prose.notes.joined().flatMap(\.flattened)
        for block in page.prose.blocks.flatMap(\.flattened) + notes {
            switch block {
            case .heading(_, let id, let content):
                part(&entries)
                (href, heading, words) = ("\(file)#\(Address.encoded(id))", "\(title): \(content.plainText)", [])
            case .paragraph(let content): words.append(content.plainText)
            case .leaf(.display(let math, let labels, _)):
                for label in labels {
                    let html = formulas[math.formula(labels: labels)]
                    entries.append(
                        Entry(
                            href: "\(file)#\(label.id)", title: "Equation \(label.number)", text: math.tex, html: html))
                }
            case .leaf(.figure(let entry, let caption)) where entry.slug == page.slug:
                let picture = "figures/\(entry.stem(frame: entry.figure.initial)).svg"
                entries.append(
                    Entry(
                        href: "\(file)#\(entry.id)", title: entry.number, text: entry.wholeCaption(caption).plainText,
                        picture: picture))
            case .leaf(.table(let entry, let caption)) where entry.slug == page.slug:
                entries.append(Entry(href: "\(file)#\(entry.id)", title: entry.number, text: caption.plainText))
            case .leaf(.algorithm(let label?, let title, let steps)):
                let text = ([title] + steps.map(\.content)).map(\.plainText).joined(separator: " ")
                entries.append(Entry(href: "\(file)#\(label.id)", title: label.text, text: text))
            default: words.append(block.ownText)
            }
        }
        part(&entries)
    }
}
