import Foundation
import Testing

/// A figure says where it comes from, in its page and in each of its files.
struct ProvenanceTests {
    @Test func standsInThePageAndInEachFile() async throws {
        let book = try FixtureFolder()
        #expect(await book.runWords("build --seed 7 --set dice.sides=4 dice.label=<&>").code == 0)
        let record = try #require(
            try JSONSerialization.jsonObject(with: Data(book.text(of: "output/build.json").utf8)) as? [String: Any])
        let studies = try #require(record["studies"] as? [[String: Any]])
        let digest = try #require(studies.first?["inputDigest"] as? String)
        let command = "regbook run dice --seed 7 --set dice.sides=4 --set dice.label=<&>"
        let line = "inputs \(digest), seed 7, profile quick, made again by: \(command)"
        let escaped = command.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")

        let page = try book.text(of: "output/dice.html")
        #expect(page.contains("title=\"\(digest)\"") && page.contains("Seed 7, profile quick, inputs "))
        #expect(page.contains("<code>\(escaped)</code>"))
        let figure = "output/figures/dice-sequence"
        #expect(try book.text(of: "\(figure).csv").hasPrefix("# \(line)\n"))
        #expect(
            try book.text(of: "\(figure).svg").contains(" seed 7, profile quick, made again by: \(escaped)</metadata>"))
        let picture = try Data(contentsOf: book.root.appending(path: "\(figure).png"))
        #expect(picture.firstRange(of: Data("iTXtComment\0\0\0\0\0\(line)".utf8)) != nil)
        let pdf = Process()
        pdf.executableURL = URL(filePath: "/usr/bin/pdfinfo")
        pdf.arguments = [book.root.appending(path: "\(figure).pdf").path(percentEncoded: false)]
        let output = Pipe()
        pdf.standardOutput = output
        try pdf.run()
        let properties = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        pdf.waitUntilExit()
        #expect(properties.contains(line))
    }
}
