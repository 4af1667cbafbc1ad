import Notebook

extension HTMLWriter {
    /// A figure with its caption and its files.
    mutating func figure(_ entry: FigureEntry, _ caption: [Inline<Resolved>]) {
        guard figures[entry.stem(frame: entry.figure.initial)] != nil else { return }
        let captions = [caption] + entry.keptFigures.map(\.caption)
        element("figure", ["id": page == entry.slug ? entry.id : nil, "class": "figure"]) { writer in
            switch writer.medium {
            case .browser:
                writer.eachRun(of: entry) { $0.drawing(of: $2, in: entry) }
                writer.wager(entry)
                writer.slider(entry)
                writer.runChoice(entry)
            case .ebook:
                for run in entry.runs {
                    writer.runName(run, in: entry, class: "frame")
                    writer.multiples(of: run)
                }
            }
            writer.element("figcaption") { writer in
                writer.number(entry.number)
                guard writer.medium == .browser else { return writer.write(entry.wholeCaption(caption)) }
                writer.eachRun(of: entry) { writer, number, run in
                    writer.write(captions[number])
                    writer.downloads(run)
                    writer.provenance(run)
                }
            }
        }
    }

    /// Writes a part of the figure for each run that it shows. Without a script all of them stand below each other.
    private mutating func eachRun(of entry: FigureEntry, _ write: (inout HTMLWriter, Int, FigureEntry) -> Void) {
        guard entry.runs.count > 1 else { return write(&self, 0, entry) }
        for (number, run) in entry.runs.enumerated() {
            element("div", ["class": "run", "data-run": "\(number)"]) { write(&$0, number, run) }
        }
    }

    private mutating func runName(_ run: FigureEntry, in entry: FigureEntry, class name: String) {
        guard entry.runs.count > 1 else { return }
        out.element("p", ["class": name]) { $0.text(run.runName) }
    }

    /// The control that switches between this build's run and those that are kept. It stays hidden until a script finds it.
    private mutating func runChoice(_ entry: FigureEntry) {
        guard entry.runs.count > 1 else { return }
        element("fieldset", ["class": "runs", "hidden": ""]) { writer in
            writer.out.element("legend", ["class": "unseen"]) { $0.text("Data of \(entry.spokenName)") }
            for (number, run) in entry.runs.enumerated() {
                writer.element("label") { writer in
                    writer.out.empty(
                        "input",
                        [
                            "type": "radio", "name": "run-\(entry.id)", "value": "\(number)",
                            "checked": number == 0 ? "" : nil,
                        ])
                    writer.out.text(" \(run.runName)")
                }
            }
        }
    }

    private mutating func drawing(of run: FigureEntry, in entry: FigureEntry) {
        guard let view = figures[run.stem(frame: run.figure.initial)] else { return }
        runName(run, in: entry, class: "run-name")
        let name = entry.runs.count > 1 ? "\(entry.spokenName), \(run.runName)" : entry.spokenName
        drawing(view, name: name, isAlwaysInPage: entry.wager != nil && run.kept == nil)
    }

    /// What the figure was made from and how to make it again, unfolded on demand.
    private mutating func provenance(_ entry: FigureEntry) {
        guard let provenance = figures[entry.stem(frame: entry.figure.initial)]?.provenance else { return }
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
    private mutating func drawing(_ view: FigureView, name: String, isAlwaysInPage: Bool) {
        let scrolls = view.narrowSVG == nil && view.size.width > FigureDrawer.narrowWidth
        let classes = scrolls ? "drawing scrolls" : "drawing"
        element("div", ["class": classes, "tabindex": "0", "role": "group", "aria-label": name]) { writer in
            if isAlwaysInPage || view.svg.utf8.count <= writer.pictureSpace {
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

    /// What invites a reader to draw a curve before seeing it. It stays hidden until a script finds it.
    private mutating func wager(_ entry: FigureEntry) {
        guard let curve = entry.wager?.text else { return }
        out.element("div", ["class": "wager", "data-curve": curve, "hidden": ""]) { out in
            out.element("p") { out in
                out.text("Before you look: draw in the figure how you expect ")
                out.element("strong") { $0.text(curve) }
                out.text(" to run.")
            }
            out.element("button", ["type": "button", "class": "compare", "disabled": ""]) { $0.text("Compare") }
            out.element("button", ["type": "button", "class": "reveal"]) { $0.text("Show without drawing") }
            out.element("output") { _ in }
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
        let name = entry.spokenName
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
