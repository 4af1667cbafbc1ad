import Notebook
import Plots

/// A section of two studies, each of which tosses a coin.
public enum CoinSection: Section {
    public static let info = SectionInfo(slug: "coins", title: "Coins")
    public static let studies: [any Study.Type] = [FirstCoin.self, SecondCoin.self]
}

/// The first study of `CoinSection`.
public struct FirstCoin: Study {
    public init() {}

    public static let question = "How often does the first coin show heads?"

    public static func parameters(for profile: Profile) -> CoinTosses { CoinTosses() }

    public func measure(_ tosses: CoinTosses, in lab: Lab) async throws -> Int { tosses.heads(in: lab) }

    public func show(_ heads: Int, _ tosses: CoinTosses) throws -> Page {
        Value("first", heads)
        let share = Double(heads) / Double(max(1, tosses.count))
        PageFigure(
            "tosses",
            Figure(width: 200, height: 120) {
                Panel(x: Axis("Toss", in: 0...Double(max(1, tosses.count))), y: Axis("Heads", in: 0...1)) {
                    Line(x: [0, Double(max(1, tosses.count))], y: [share, share]).role(.training)
                }
            })
    }
}

/// The second study of `CoinSection`.
public struct SecondCoin: Study {
    public init() {}

    public static let question = "How often does the second coin show heads?"

    public static func parameters(for profile: Profile) -> CoinTosses { CoinTosses() }

    public func measure(_ tosses: CoinTosses, in lab: Lab) async throws -> Int { tosses.heads(in: lab) }

    public func show(_ heads: Int, _ tosses: CoinTosses) throws -> Page { Value("second", heads) }
}

/// The parameters of both.
public struct CoinTosses: Codable, Sendable {
    var count = 3

    fileprivate func heads(in lab: Lab) -> Int {
        var stream = lab.stream("coin")
        return (0..<count).count { _ in stream.index(below: 2) == 1 }
    }
}
