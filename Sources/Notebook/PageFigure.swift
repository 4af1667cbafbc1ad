import Plots

/// A figure of a page: one frame, or several over a parameter.
public struct PageFigure: Sendable {
    /// Kebab-case and unique within its study.
    public let name: String
    /// What the frames run over, with TeX between dollar signs: "decay $\\alpha$"; nil when there is one frame.
    public let parameter: String?
    public let frames: [Frame]
    /// The frame that stands in print and without script.
    public let initial: Int
    let line: SourceLine

    /// One state of a figure.
    public struct Frame: Sendable {
        /// The parameter's value as a reader sees it: "0.1".
        public let label: String
        private let make: @Sendable () throws -> Figure

        /// - Parameter figure: evaluated only when the figure has to be drawn, not when it was drawn before.
        public init(label: String, figure: @autoclosure @escaping @Sendable () throws -> Figure) {
            self.label = label
            make = figure
        }

        /// - Throws: what the study throws that makes it.
        public var figure: Figure {
            get throws { try make() }
        }
    }

    private init(name: String, parameter: String?, frames: [Frame], initial: Int, line: SourceLine) {
        self.name = name
        self.parameter = parameter
        self.frames = frames
        self.initial = initial
        self.line = line
    }

    /// A figure under `name`; evaluated only when it has to be drawn.
    public init(
        _ name: String, _ figure: @autoclosure @escaping @Sendable () throws -> Figure, file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            name: name, parameter: nil, frames: [Frame(label: "", figure: try figure())], initial: 0,
            line: SourceLine(file: file, line: line))
    }

    /// A figure with one frame for each value of `parameter`; a slider swaps them, and the one numbered `initial` stands in
    /// print, or the last where a reader's list of values is shorter.
    public init(
        _ name: String, over parameter: String, frames: [Frame], initial: Int, file: String = #fileID, line: Int = #line
    ) {
        precondition(initial >= 0 && !frames.isEmpty, "frame \(initial) of \(frames.count)")
        self.init(
            name: name, parameter: parameter, frames: frames, initial: min(initial, frames.count - 1),
            line: SourceLine(file: file, line: line))
    }

    /// The same figure under another name.
    func renamed(_ name: String) -> PageFigure {
        PageFigure(name: name, parameter: parameter, frames: frames, initial: initial, line: line)
    }
}
