import Synchronization

/// A block of lines at the foot of a terminal that is drawn again in its place. What else is written goes above it.
///
/// A line never is longer than the terminal is wide, and the block never higher than it, whatever size it takes meanwhile.
final class TerminalScreen: Sendable {
    private let size: @Sendable () -> TerminalSize
    private let write: @Sendable (String) -> Void
    private let block = Mutex(Block())

    private struct Block {
        /// The lines that stand there, as they were drawn.
        var lines: [String] = []
        /// What draws them; nil when the block is closed.
        var make: (@Sendable (TerminalSize) -> [String])?
    }

    init(size: @escaping @Sendable () -> TerminalSize, write: @escaping @Sendable (String) -> Void) {
        self.size = size
        self.write = write
    }

    /// Draws the block, in place of the one that stands there.
    ///
    /// - Parameter make: the lines for a terminal of some size. Lines that are too long are cut, and of too many the first
    ///   are left out.
    func draw(_ make: @escaping @Sendable (TerminalSize) -> [String]) {
        block.withLock { block in
            block.make = make
            redraw(&block, onlyIfChanged: true)
        }
    }

    /// Leaves the block as it stands; what is written next follows below it.
    func close() { block.withLock { $0 = Block() } }

    /// Lets `body` write whole lines above the block.
    func above(_ body: () -> Void) {
        block.withLock { block in
            guard block.make != nil else { return body() }
            write(Self.toTop(of: block.lines, size()) + "\u{1B}[J")
            block.lines = []
            body()
            redraw(&block, onlyIfChanged: false)
        }
    }

    private func redraw(_ block: inout Block, onlyIfChanged: Bool) {
        let size = size()
        // The cursor stands below the block.
        let lines = (block.make?(size) ?? []).suffix(max(0, size.rows - 1)).map { $0.clipped(to: size.columns - 1) }
        if onlyIfChanged && lines == block.lines { return }
        let text = lines.map { $0 + "\u{1B}[K\n" }.joined()
        write(Self.toTop(of: block.lines, size) + text + "\u{1B}[J")
        block.lines = lines
    }

    /// What moves the cursor from below `lines` to their first. A terminal that was made narrower has folded them.
    private static func toTop(of lines: [String], _ size: TerminalSize) -> String {
        let rows = lines.reduce(0) { $0 + max(1, ($1.shownWidth + size.columns - 1) / size.columns) }
        let steps = min(rows, size.rows - 1)
        return steps == 0 ? "\r" : "\r\u{1B}[\(steps)A"
    }
}
