import Build

/// Progress as lines for a terminal of some size: one a section, one for the report and one for all together. Where they are
/// too many, what waits is told in one line, then what is done, and of what runs only the first.
package struct ProgressLines {
    package private(set) var lines: [String] = []
    private let state: ProgressState
    private let now: ContinuousClock.Instant
    private let colour: Bool
    private let columns: Int

    package init(of state: ProgressState, now: ContinuousClock.Instant, colour: Bool, size: TerminalSize) {
        self.state = state
        self.now = now
        self.colour = colour
        columns = size.columns
        let foot = (state.isBound ? [line("report", bindingText)] : []) + [line("total", totalText)]
        // The last row is the cursor's.
        let room = max(1, size.rows - 1)
        lines = sectionLines(room: room - foot.count) + foot
        lines = Array(lines.suffix(room))
    }

    private enum Phase { case done, runs, waits }

    private func phase(_ section: String) -> Phase {
        guard let progress = state.progress[section] else { return .waits }
        return progress.end == nil ? .runs : .done
    }

    private func sectionLines(room: Int) -> [String] {
        var shown = state.sections
        var counts: [String] = []
        for folded in [Phase.waits, .done] where shown.count + counts.count > room {
            let number = shown.count { phase($0) == folded }
            guard number > 0 else { continue }
            shown.removeAll { phase($0) == folded }
            let sections = "\(number) \(number == 1 ? "study" : "studies")"
            if folded == .waits {
                counts.append("  \(sections) \(number == 1 ? "waits" : "wait")")
            } else {
                counts.insert("\(tick) \(sections) done", at: 0)
            }
        }
        let running = shown.map { line($0, text(of: $0)) }
        let beyond = running.count + counts.count - max(0, room)
        return counts.prefix { $0.hasPrefix(tick) } + running.dropLast(max(0, beyond))
            + counts.drop { $0.hasPrefix(tick) }
    }

    private var tick: String { colour ? "\u{1B}[32m✓\u{1B}[0m" : "✓" }

    /// Half of a narrow terminal is left to what is said.
    private var nameWidth: Int {
        min((state.sections + ["report", "total"]).map(\.count).max() ?? 0, max(6, columns / 2 - 4))
    }

    private func line(_ name: String, _ text: (isDone: Bool, text: String)) -> String {
        let name = name.clipped(to: nameWidth)
        let padding = String(repeating: " ", count: max(0, nameWidth - name.shownWidth))
        return "\(text.isDone ? tick : " ") \(name)\(padding)  \(text.text)"
    }

    private var bindingText: (isDone: Bool, text: String) {
        switch state.binding {
        case .waits: (false, "waits")
        case .underWay: (false, "draws figures, writes pages, sets the PDF")
        case .done(let seconds): (true, "bound in \(ProgressState.time(seconds))")
        }
    }

    private var totalText: (isDone: Bool, text: String) {
        let elapsed = ProgressState.time((now - state.start) / .seconds(1))
        if state.isDone { return (true, elapsed) }
        let done = state.sections.count { phase($0) == .done }
        let remaining = state.totalLeft.map { "\(ProgressState.time($0)) left" }
        let all = state.sections.count
        let left = remaining.map { ", about \($0)" } ?? ""
        let long = "\(done) of \(all) \(all == 1 ? "study" : "studies"), \(elapsed) so far\(left)"
        let short = (["\(done) of \(all)", elapsed] + [remaining].compactMap { $0 }).joined(separator: ", ")
        return (false, long.count <= columns - nameWidth - 4 ? long : short)
    }

    private func text(of section: String) -> (isDone: Bool, text: String) {
        guard let progress = state.progress[section] else { return (false, "waits") }
        if let end = progress.end {
            return (true, end.isStored ? "stored results" : "done in \(ProgressState.time(end.time.seconds))")
        }
        guard let stage = progress.stage else { return (false, "computes") }
        let bar = columns < 70 ? "" : stage.bar(width: min(20, columns - 60)) + "  "
        let name = columns < 56 ? "" : stage.name + " "
        return (false, "\(bar)\(name)\(stage.done)/\(stage.items)\(state.timeLeft(section, now))")
    }
}
