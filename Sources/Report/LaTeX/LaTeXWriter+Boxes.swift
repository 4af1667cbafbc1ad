extension LaTeXWriter {
    mutating func heading(_ level: Int, _ id: String, _ content: [Inline<Resolved>]) {
        var short = LaTeXWriter(page: page)
        short.hasMargin = false
        short.write(content.bare)
        let words = LaTeX.escape(content.bare.plainText)
        out += level <= 2 ? "\\subsection" : "\\subsubsection"
        out += "[{\\texorpdfstring{\(short.out)}{\(words)}}]{\\target{\(Self.name("\(page)--\(id)"))}"
        waiting { writer in
            writer.bare { $0.write(content) }
        } ending: {
            $0.out += "}"
        }
    }

    mutating func callout(_ box: Callout<Resolved>, _ blocks: [Block<Resolved>]) {
        let target = box.label.map { "\\target{\(Self.name($0.text))}" } ?? ""
        // A note longer than about a page of the margin stands in the column.
        let length = blocks.plainText.count
        if box.kind == .margin, length <= Self.marginLimit {
            margin.take(characters: length)
            out += hasMargin ? "\\marginnote{\\marginface " : "{\\marginface "
            waiting { writer in
                writer.narrower(to: 86) { $0.argument { $0.write(blocks) } }
            } ending: {
                $0.out += "}"
            }
            return
        }
        let room = room(beginning: blocks)
        if room > 0 { out += "\\needspace{\(room)bp}\n" }
        let style = box.kind == .margin ? "note" : box.kind.style
        out += "\\begin{callout}{\(style)}{\(target)"
        waiting { writer in
            writer.bare { $0.title(of: box) }
            writer.out += "}\n"
            let before = writer.isBoxed
            writer.isBoxed = true
            writer.narrower(by: 12) { writer in writer.bare { $0.write(blocks) } }
            writer.isBoxed = before
            if !writer.out.hasSuffix("\n") { writer.out += "\n" }
        } ending: {
            $0.out += "\\end{callout}"
        }
    }

    /// How many characters a note in the margin may have.
    static let marginLimit = 1100

    mutating func title(of box: Callout<Resolved>) {
        guard box.kind.prefix != nil || [.proof, .solution, .remark].contains(box.kind) else {
            if box.title.isEmpty { out += LaTeX.escape(box.name) } else { write(box.title) }
            return
        }
        out += LaTeX.escape(box.number.isEmpty ? box.name : box.number)
        guard !box.title.isEmpty else { return }
        out += " ("
        write(box.title)
        out += ")"
    }

    mutating func list(_ start: Int?, _ items: [[Block<Resolved>]]) {
        narrower(by: 25) { writer in
            let options = start.map { $0 == 1 ? "" : "[start=\($0)]" } ?? ""
            writer.environment(start == nil ? "itemize" : "enumerate", options) { writer in
                for item in items {
                    writer.out += "\\item\\relax "
                    writer.write(item)
                }
            }
        }
    }

    /// Writes `content` where there is less room.
    mutating func narrower(by points: Double = 0, to width: Double? = nil, _ content: (inout LaTeXWriter) -> Void) {
        let before = measure
        measure = width ?? max(60, measure - points)
        content(&self)
        measure = before
    }
}
