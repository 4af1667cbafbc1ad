import Notebook

/// A figure of a kept run that shows the same as one of this build.
struct KeptFigure: Sendable {
    let entry: FigureEntry
    let caption: [Inline<Resolved>]
}

extension Prose<Resolved> {
    /// The same prose with each figure of a kept run beside this build's own of the same name, to be switched to, instead of
    /// in a callout; a callout that held nothing else disappears.
    var withKeptFiguresAside: Self {
        let own = Set(
            blocks.compactMap { block in
                if case .leaf(.figure(let entry, _)) = block, entry.canBeSwitched, entry.kept == nil {
                    entry.figure.name
                } else {
                    nil
                }
            })
        var kept: [String: [KeptFigure]] = [:]
        var rest: [(block: Block<Resolved>, place: Place)] = []
        for (block, place) in zip(blocks, places) {
            guard case .callout(let box, let inner) = block, box.kind == .full else {
                rest.append((block, place))
                continue
            }
            let left = inner.filter { part in
                guard case .leaf(.figure(let entry, let caption)) = part, entry.canBeSwitched, entry.kept != nil,
                    own.contains(entry.figure.name)
                else { return true }
                kept[entry.figure.name, default: []].append(KeptFigure(entry: entry, caption: caption))
                return false
            }
            if !left.isEmpty { rest.append((.callout(box, left), place)) }
        }
        let joined = rest.map { block, _ -> Block<Resolved> in
            guard case .leaf(.figure(var entry, let caption)) = block, entry.kept == nil,
                let figures = kept[entry.figure.name]
            else { return block }
            entry.keptFigures = figures
            return .leaf(.figure(entry, caption: caption))
        }
        return Prose(blocks: joined, places: rest.map(\.place), notes: notes)
    }

    /// The same prose with `origin` at the end of the first callout that tells of kept results.
    func tellingOnce(_ origin: [Inline<Resolved>]) -> Self {
        var blocks = blocks
        for (index, block) in blocks.enumerated() {
            guard case .callout(let box, let inner) = block, box.kind == .full else { continue }
            blocks[index] = .callout(box, inner + [.paragraph(origin)])
            break
        }
        return Prose(blocks: blocks, places: places, notes: notes)
    }
}

extension FigureEntry {
    /// Whether it may stand behind a switch: a figure with frames has a control of its own.
    fileprivate var canBeSwitched: Bool { figure.frames.count == 1 }
}

extension FigureEntry {
    /// `caption`, and behind it those of the kept runs with the names of their data.
    func wholeCaption(_ caption: [Inline<Resolved>]) -> [Inline<Resolved>] {
        caption
            + keptFigures.flatMap { figure -> [Inline<Resolved>] in
                [.text(" "), .strong([.text("\(figure.entry.runName).")]), .text(" ")] + figure.caption
            }
    }
}
