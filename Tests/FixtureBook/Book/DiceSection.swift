import Foundation
import Learning
import Notebook
import Plots

/// Throws dice.
public struct DiceSection: Section, Study {
    public init() {}

    public struct Parameters: Codable, Sendable {
        var throwCount = 4
        var sides = 6
        var bias = 0.5
        var label = "die"
        /// The file that each throw but the first waits for; none when empty.
        var awaited = ""
        /// The number of the throw that fails; none when negative.
        var failing = -1
        /// The file in which each throw notes its number as it begins; none when empty.
        var diary = ""

        enum CodingKeys: String, CodingKey {
            case throwCount = "throws"
            case sides, bias, label, awaited, failing, diary
        }
    }

    public struct Results: Codable, Sendable {
        var faces: [Int]
    }

    public static let info = SectionInfo(slug: "dice", title: "Dice")
    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    struct Throw: Codable, Sendable {
        let number: Int
        let sides: Int
        let awaited: String
        let isLost: Bool
        let diary: String

        func note() throws {
            guard !diary.isEmpty else { return }
            let file = open(diary, O_WRONLY | O_CREAT | O_APPEND, 0o644)
            defer { close(file) }
            // One call, so that the lines of throws at once stay whole.
            let line = Array("\(number)\n".utf8)
            guard write(file, line, line.count) == line.count else { throw LostDie() }
        }
    }

    /// A die that is not found again.
    struct LostDie: Error {}

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let items = (0..<parameters.throwCount).map {
            Throw(
                number: $0, sides: parameters.sides, awaited: $0 == 0 ? "" : parameters.awaited,
                isLost: $0 == parameters.failing, diary: parameters.diary)
        }
        let faces = try await lab.map("throws", over: items) { item, lab in
            try item.note()
            while !item.awaited.isEmpty && access(item.awaited, F_OK) != 0 { usleep(5000) }
            if item.isLost { throw LostDie() }
            var stream = lab.stream("throw", item.number)
            return 1 + stream.index(below: item.sides)
        }
        return Results(faces: faces)
    }

    private func sequence(of faces: [Int]) -> Figure {
        Figure(width: 200, height: 120) {
            Panel(x: Axis("Throw", in: 0...Double(max(1, faces.count))), y: Axis("Face", in: 0...7)) {
                Line(x: faces.indices.map(Double.init), y: faces.map(Double.init)).role(.training)
            }
        }
    }

    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("throws", results.faces.count)
        PageFigure("sequence", sequence(of: results.faces))
        Value("largest", results.faces.max() ?? 0)
        Claim("D-1", "No face exceeds six.", method: "The largest of all throws.") {
            Check.number("largest face", Double(results.faces.max() ?? 0), .atMost(6))
        }
    }
}
