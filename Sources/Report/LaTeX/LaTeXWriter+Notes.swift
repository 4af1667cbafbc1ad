extension LaTeXWriter {
    /// Writes `content`, where no note can be set, and what ends it; then the notes that it mentions.
    mutating func waiting(_ content: (inout LaTeXWriter) -> Void, ending: (inout LaTeXWriter) -> Void) {
        let isOutermost = !isWaiting
        isWaiting = true
        content(&self)
        ending(&self)
        guard isOutermost else { return }
        isWaiting = false
        let waiting = waitingNotes
        waitingNotes = []
        for index in waiting {
            out += "\\notetext{\(noteName(index))}{"
            noteText(index)
            out += "}"
        }
    }

    func noteName(_ index: Int) -> String { "\(Self.name(page))-\(index)" }

    mutating func noteText(_ index: Int) {
        let before = (isWaiting, isBoxed)
        (isWaiting, isBoxed) = (false, true)
        argument { writer in
            for (count, block) in writer.notes[index].enumerated() {
                if count > 0 { writer.out += "\\par " }
                if case .paragraph(let content) = block { writer.write(content) } else { writer.write(block) }
            }
        }
        (isWaiting, isBoxed) = before
    }

    mutating func argument(_ content: (inout LaTeXWriter) -> Void) {
        let before = isArgument
        isArgument = true
        bare(content)
        isArgument = before
    }
}
