import Notebook

extension HTMLWriter {
    /// A figure with its caption and its files.
    mutating func figure(_ entry: FigureEntry, _ caption: [Inline<Resolved>]) {
        guard let view = figures[entry.stem(frame: entry.figure.initial)] else { return }
        element("figure", ["id": page == entry.slug ? entry.id : nil, "class": "figure"]) { writer in
            switch writer.medium {
            case .browser:
                writer.drawing(view, name: entry.number.isEmpty ? entry.figure.name : entry.number)
                writer.slider(entry)
            case .ebook: writer.multiples(of: entry)
            }
            writer.element("figcaption") { writer in
                writer.number(entry.number)
                writer.write(caption)
                if writer.medium == .browser {
                    writer.downloads(entry)
                    writer.provenance(view.provenance)
                }
            }
        }
    }

    /// What the figure was made from and how to make it again, unfolded on demand.
    private mutating func provenance(_ provenance: Provenance) {
        out.element("details", ["class": "provenance"]) { out in
            out.element("summary") { $0.text("How it was made") }
            out.text("Seed \(provenance.seed), profile \(provenance.profile.rawValue), inputs ")
            let digest = provenance.inputDigest
            out.element("code", ["title": digest]) { $0.text(String(digest.prefix(12))) }
            out.text("; again with ")
            out.element("code") { $0.text(provenance.command) }
        }
    }

    /// The picture: in the page while there is space for it, else its file.
    private mutating func drawing(_ view: FigureView, name: String) {
        let scrolls = view.narrowSVG == nil && view.size.width > FigureDrawer.narrowWidth
        let classes = scrolls ? "drawing scrolls" : "drawing"
        element("div", ["class": classes, "tabindex": "0", "role": "group", "aria-label": name]) { writer in
            if view.svg.utf8.count <= writer.pictureSpace {
                writer.pictureSpace -= view.svg.utf8.count
                guard let narrow = view.narrowSVG else { return writer.out.raw(view.svg) }
                writer.out.element("div", ["class": "wide"]) { $0.raw(view.svg) }
                writer.out.element("div", ["class": "narrow"]) { $0.raw(narrow) }
            } else if view.narrowSVG == nil {
                writer.picture(view)
            } else {
                writer.element("picture") { writer in
                    writer.out.empty("source", ["media": "(max-width: 40rem)", "srcset": view.narrowPath])
                    writer.picture(view)
                }
            }
        }
    }

    /// The picture as a file, by its place beside the page; a point is 4/3 of a page's pixels.
    mutating func picture(_ view: FigureView) {
        out.empty(
            "img",
            [
                "src": view.path(of: "SVG"), "alt": view.altText, "width": "\(Int(view.size.width * 4 / 3))",
                "height": "\(Int(view.size.height * 4 / 3))", "loading": medium == .browser ? "lazy" : nil,
            ])
    }

    /// The files of the figure's first frame, and its numbers as a table.
    mutating func downloads(_ entry: FigureEntry) {
        guard let view = figures[entry.stem(frame: entry.figure.initial)] else { return }
        let name = entry.number.isEmpty ? entry.figure.name : entry.number
        element("span", ["class": "downloads"]) { writer in
            writer.out.element("a", ["href": writer.href(entry.numbers)]) { out in
                out.text("Numbers")
                out.element("span", ["class": "unseen"]) { $0.text(" of \(name)") }
            }
            for download in view.downloads {
                writer.out.raw(" ")
                writer.out.element("a", ["href": download.path]) { out in
                    out.text(download.kind)
                    out.element("span", ["class": "unseen"]) { $0.text(" of \(name)") }
                }
            }
        }
    }

    /// The frames beside each other, where nothing can be moved.
    private mutating func multiples(of entry: FigureEntry) {
        for frame in entry.multiples {
            guard let view = figures[entry.stem(frame: frame)] else { continue }
            element("div", ["class": "drawing"]) { writer in
                writer.picture(view)
                let label = entry.label(frame: frame)
                if !label.isEmpty { writer.element("p", ["class": "frame"]) { $0.write(label) } }
            }
        }
    }

    /// The control that swaps the frames of a figure. It stands idle until a script finds it.
    private mutating func slider(_ entry: FigureEntry) {
        let figure = entry.figure
        guard figure.frames.count > 1 else { return }
        let frames = figure.frames.indices.map { figures[entry.stem(frame: $0)] }
        element("p", ["class": "slider", "hidden": ""]) { writer in
            writer.element("label") { writer in
                writer.element("span") { $0.write(InlineText.read(figure.parameter ?? "", at: entry.place)) }
                writer.out.empty(
                    "input",
                    [
                        "type": "range", "min": "0", "max": "\(figure.frames.count - 1)", "step": "1",
                        "value": "\(figure.initial)",
                        "data-frames": frames.map { $0?.path(of: "SVG") ?? "" }.joined(separator: "\n"),
                        "data-narrow": frames.map { $0.map { $0.narrowSVG == nil ? "" : $0.narrowPath } ?? "" }
                            .joined(separator: "\n"),
                        "data-labels": figure.frames.map(\.label).joined(separator: "\n"),
                        "data-texts": frames.map { $0?.altText.replacing("\n", with: " ") ?? "" }
                            .joined(separator: "\n"),
                    ])
            }
            writer.out.element("output") { $0.text(figure.frames[figure.initial].label) }
        }
    }
}
