import Foundation
import Learning
import Testing

/// What is decoded may have been written by anyone: it is an error, or it can be asked.
@Suite struct DecodedModelTests {
    @Test(arguments: DecodedModel.all) func anHonestModelComesBack(_ model: DecodedModel) throws {
        try model.ask(try model.data())
    }

    /// Each number of the text is replaced, each part cut out or doubled, by the thousand.
    @Test(arguments: DecodedModel.all) func aForgedModelIsAnErrorOrCanBeAsked(_ model: DecodedModel) throws {
        let honest = String(decoding: try model.data(), as: UTF8.self)
        let inputs = ProcessInfo.processInfo.environment["FUZZ_INPUTS"].flatMap { Int($0) } ?? 400
        var stream = RandomStream(seed: 77, name: model.name)
        var refused = 0
        for _ in 0..<inputs {
            var text = honest
            for _ in 0...stream.index(below: 2) { text = try Self.forged(text, using: &stream) }
            do { try model.ask(Data(text.utf8)) } catch is DecodingError {
                refused += 1
            } catch is LearningError {
                refused += 1
            }
        }
        #expect(refused > inputs / 10)
    }

    private static let values = [
        "0", "1", "-1", "2", "3", "7", "1000000000", "-1000000000", "2147483647", "-2147483648", "9223372036854775807",
        "-9223372036854775808", "1e308", "-1e308", "1e-320", "0.5", "[]", "[[]]", "null", "\"\"", "{}", "[1]",
    ]

    private static func forged(_ text: String, using stream: inout RandomStream) throws -> String {
        let pattern = stream.bernoulli(0.8) ? #"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?"# : #"\[[^\[\]{}]*\]"#
        let places = text.ranges(of: try Regex(pattern))
        guard !places.isEmpty else { return text }
        let place = places[stream.index(below: places.count)]
        let found = text[place]
        let other = text[places[stream.index(below: places.count)]]
        let replacements = [
            values[stream.index(below: values.count)], String(other), "\(found),\(found)", "",
        ]
        return text.replacingCharacters(in: place, with: replacements[stream.index(below: 4)])
    }

    @Test func aTreeOfAnEnemy() throws {
        let leaf = #"{"feature":-1,"link":0,"threshold":0}"#
        func decode(_ nodes: String, features: Int = 3) throws {
            let text = #"{"nodes":[\#(nodes)],"leafValues":[1,2],"features":\#(features)}"#
            _ = try JSONDecoder().decode(RegressionTree.self, from: Data(text.utf8))
        }
        let last = #"{"feature":-1,"link":1,"threshold":0}"#
        try decode(#"{"feature":2,"link":2,"threshold":0},\#(leaf),\#(last)"#)
        let forgeries = [
            #"{"feature":1000000000,"link":2,"threshold":0},\#(leaf),\#(last)"#,
            #"{"feature":3,"link":2,"threshold":0},\#(leaf),\#(last)"#,
            #"{"feature":0,"link":0,"threshold":0},\#(leaf),\#(last)"#,
            #"{"feature":0,"link":1,"threshold":0},\#(leaf),\#(last)"#,
            #"{"feature":0,"link":3,"threshold":0},\#(leaf),\#(last)"#,
            #"{"feature":0,"link":-2,"threshold":0},\#(leaf),\#(last)"#,
            #"{"feature":0,"link":2,"threshold":0},\#(leaf),\#(leaf)"#,
            #"{"feature":0,"link":2,"threshold":0},\#(leaf)"#,
            "\(leaf),\(last)", "",
        ]
        for forgery in forgeries {
            #expect(throws: DecodingError.self, "\(forgery)") { try decode(forgery) }
        }
        #expect {
            try decode(#"{"feature":1000000000,"link":2,"threshold":0},\#(leaf),\#(last)"#)
        } throws: { error in
            guard case DecodingError.dataCorrupted(let context) = error else { return false }
            return context.underlyingError as? LearningError
                == .outOfRange(
                    setting: "Feature of node 0", value: 1e9, allowed: "below the 3 features of the tree")
        }
    }
}
