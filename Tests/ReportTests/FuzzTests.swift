import Foundation
import Report
import Testing

/// Hands the readers texts that nobody would write, each reader in a process of its own, whose memory no other test uses.
/// `make fuzz` hands them a million and more.
@Suite(.serialized) struct FuzzTests {
    /// How many texts each reader gets.
    private static let count = ProcessInfo.processInfo.environment["FUZZ_INPUTS"].flatMap { Int($0) } ?? 4000
    /// What a reader's process may grow by, in bytes.
    private static let growth = 600 << 20

    @Test func theProseReaderEndsOnAnything() async {
        await #expect(processExitsWith: .success) {
            let before = try FuzzTests.peakMemory()
            var texts = AnyText(seed: 1, pieces: AnyText.prose)
            var complaints = 0
            for _ in 0..<FuzzTests.count { complaints += try Readers.prose(texts.next()).count }
            #expect(complaints > 0)
            #expect(try FuzzTests.peakMemory() - before < FuzzTests.growth)
        }
    }

    @Test func theReferenceReaderEndsOnAnything() async {
        await #expect(processExitsWith: .success) {
            let before = try FuzzTests.peakMemory()
            var texts = AnyText(seed: 2, pieces: AnyText.references)
            var complaints = 0
            for _ in 0..<FuzzTests.count { complaints += Readers.references(texts.next()).problems.count }
            #expect(complaints > 0)
            #expect(try FuzzTests.peakMemory() - before < FuzzTests.growth)
        }
    }

    @Test func theBridgeToTeXEndsOnAnything() async {
        await #expect(processExitsWith: .success) {
            let before = try FuzzTests.peakMemory()
            var texts = AnyText(seed: 3, pieces: AnyText.formulas)
            for _ in 0..<max(1, FuzzTests.count / 500) {
                let formulas = (0..<500).map { _ in String(decoding: texts.next().prefix(1000), as: UTF8.self) }
                let answers = try Readers.formulas(formulas)
                #expect(answers.count == formulas.count)
                for answer in answers where answer.hasPrefix("<span") {
                    #expect(!answer.contains("javascript:x\"") && !answer.contains("<script"))
                }
            }
            #expect(try FuzzTests.peakMemory() - before < FuzzTests.growth)
        }
    }

    @Test(arguments: [">", "[", "*", "- ", "**a ", "![", "$", "{{", "`", "<", "((", "&", "|", "> - "])
    func theProseReaderEndsOnDeepNesting(_ mark: String) throws {
        _ = try Readers.prose([UInt8](String(repeating: mark, count: 20_000).utf8))
    }

    /// The most memory that the process has had so far, in bytes.
    private static func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber))) << 10
    }
}
